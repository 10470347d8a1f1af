# METADATA
# title: CloudFront fetches pages from its origin without encryption
# description: |
#   What browsers see is encrypted, but CloudFront fetches it from the server behind it in plain form, over the
#   internet in most cases. Everyone on the way can read and change it, cookies and passwords included.
#
#   With `match-viewer` it does so for every browser that comes without encryption.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `origin_protocol_policy` to `https-only` and give the origin a certificate.
#   aliases: [CKV2_AWS_72, AC_AWS_0024]
package policy.aws.cloudfront.plain_origin

import data.lib.attribute

deny contains {
	"resource": distribution.id,
	"path": ["origin", i, "custom_origin_config", j, "origin_protocol_policy"],
	"needs": [
		{"resource": distribution.id, "path": ["enabled"]},
		{"resource": distribution.id, "path": ["origin", i, "domain_name"]},
	],
	"message": sprintf("`origin_protocol_policy` is `%s`", [config.origin_protocol_policy]),
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	not attribute.is_false(distribution.attributes.enabled)
	some i, origin in distribution.attributes.origin
	not serves_no_https(origin)
	some j, config in origin.custom_origin_config
	not config.origin_protocol_policy == "https-only"
	not all_redirected(distribution.attributes, origin, config)
}

# The website of a bucket answers HTTP only.
serves_no_https(origin) if contains(sprintf("%v", [origin.domain_name]), "s3-website")

# With `match-viewer`, no request comes without encryption that all browsers are sent on to HTTPS for.
all_redirected(attributes, origin, config) if {
	config.origin_protocol_policy == "match-viewer"
	behaviors := [behavior |
		some block in {"default_cache_behavior", "ordered_cache_behavior"}
		some behavior in attributes[block]
		behavior.target_origin_id == origin.origin_id
	]
	count(behaviors) > 0
	every behavior in behaviors {
		behavior.viewer_protocol_policy == "https-only"
	}
}
