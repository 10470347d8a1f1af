# METADATA
# title: CloudFront adds no security headers to answers
# description: |
#   Browsers protect visitors better when a site says what it needs: HTTPS only, no framing by others, scripts
#   from its own host. CloudFront can add the headers for that to all answers, whatever the origin sends.
#
#   An origin that sends them itself needs no help.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `response_headers_policy_id` in `default_cache_behavior`, to that of an
#     `aws_cloudfront_response_headers_policy` or of the managed policy SecurityHeadersPolicy.
#   aliases: [CKV2_AWS_32]
package policy.aws.cloudfront.without_response_headers

import data.lib.setting

deny contains {"resource": distribution.id, "path": path, "message": message} if {
	some distribution in input.resources.aws_cloudfront_distribution
	path := ["default_cache_behavior", 0, "response_headers_policy_id"]
	message := setting.missing(setting.block(distribution.attributes, "default_cache_behavior"), "response_headers_policy_id")
}
