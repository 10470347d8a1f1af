# METADATA
# title: CloudFront serves pages without encryption
# description: |
#   CloudFront brings pages and files to browsers from places near them. This distribution also answers plain HTTP, so
#   everyone on the way can read and change what is sent, cookies and passwords included.
#
#   Sending browsers on to HTTPS costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `viewer_protocol_policy` to `redirect-to-https` or `https-only`.
#   aliases: [CKV_AWS_34, AWS-0012]
package policy.aws.cloudfront.plain_http

deny contains {"resource": distribution.id, "path": [block, i, "viewer_protocol_policy"], "message": message} if {
	some distribution in input.resources.aws_cloudfront_distribution
	some block in {"default_cache_behavior", "ordered_cache_behavior"}
	some i, behavior in distribution.attributes[block]
	behavior.viewer_protocol_policy == "allow-all"
	message := "`viewer_protocol_policy` is `allow-all`"
}
