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
	"needs": array.concat(
		[
			{"resource": distribution.id, "path": ["enabled"]},
			{"resource": distribution.id, "path": ["origin", i, "domain_name"]},
		],
		doubts(distribution, i, config),
	),
	"message": sprintf("`origin_protocol_policy` is `%s`", [config.origin_protocol_policy]),
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	not attribute.is_false(distribution.attributes.enabled)
	some i, origin in distribution.attributes.origin
	not serves_no_https(origin)
	some j, config in origin.custom_origin_config
	not config.origin_protocol_policy == "https-only"
	not all_encrypted(distribution.attributes, origin, config)
}

# The website of a bucket answers HTTP only.
serves_no_https(origin) if contains(sprintf("%v", [origin.domain_name]), "s3-website")

# With `match-viewer`, nothing is fetched in plain form where every browser that comes so is turned away or sent on to
# HTTPS.
all_encrypted(attributes, origin, config) if {
	config.origin_protocol_policy == "match-viewer"
	policies := viewer_policies(attributes, origin)
	count(policies) > 0
	every policy in policies {
		policy in encrypted
	}
}

encrypted := {"https-only", "redirect-to-https"}

blocks := ["default_cache_behavior", "ordered_cache_behavior"]

# What is asked of browsers for what comes from an origin. What is not known is none of it.
viewer_policies(attributes, origin) := [object.get(behavior, "viewer_protocol_policy", "") |
	some block in blocks
	some behavior in attributes[block]
	behavior.target_origin_id == origin.origin_id
]

# What is unknown of browsers, where it matters: unless some surely come without encryption.
doubts(distribution, i, config) := array.concat(
	[{"resource": distribution.id, "path": ["origin", i, "origin_id"]}],
	[need |
		some block in blocks
		some need in attribute.unknown_in(distribution, [block], ["target_origin_id", "viewer_protocol_policy"])
	],
) if {
	config.origin_protocol_policy == "match-viewer"
	not "allow-all" in viewer_policies(distribution.attributes, distribution.attributes.origin[i])
} else := []
