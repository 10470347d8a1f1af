# METADATA
# title: CloudFront distribution has no web application firewall
# description: |
#   A web application firewall (AWS WAF) looks at requests before they reach the servers, and drops known attacks and
#   floods of requests from one place.
#
#   It costs money by rules and requests. It makes attacks harder, but does not take the place of mending the
#   application.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `web_acl_id` to the `arn` of an `aws_wafv2_web_acl` with scope `CLOUDFRONT`.
#   aliases: [CKV_AWS_68, AWS-0011, AC_AWS_0032]
package policy.aws.cloudfront.without_web_firewall

import data.lib.setting

deny contains {"resource": distribution.id, "path": ["web_acl_id"], "message": message} if {
	some distribution in input.resources.aws_cloudfront_distribution
	message := setting.missing(distribution.attributes, "web_acl_id")
}
