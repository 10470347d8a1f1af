# METADATA
# title: Headers that CloudFront adds do not keep browsers to HTTPS
# description: |
#   A browser that has once seen the header `Strict-Transport-Security` speaks nothing but HTTPS to the site until
#   a time has passed. Without it, a visitor who types the bare name, or follows an old link, begins in plain
#   text, and somebody on the way can keep them there.
#
#   A year is what browsers ask for. Sites that some visitors must reach without HTTPS cannot have it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
#   - https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Strict-Transport-Security
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `strict_transport_security` with `access_control_max_age_sec = 31536000` and `override = true` to
#     `security_headers_config`.
#   aliases: [CKV_AWS_259]
package policy.aws.cloudfront.without_hsts

import data.lib.setting

deny contains {"resource": headers.id, "path": path, "message": message} if {
	some headers in input.resources.aws_cloudfront_response_headers_policy
	config := setting.block(headers.attributes, "security_headers_config")
	path := ["security_headers_config", 0, "strict_transport_security"]
	message := setting.missing(config, "strict_transport_security")
}

deny contains {"resource": headers.id, "path": path, "message": message} if {
	some headers in input.resources.aws_cloudfront_response_headers_policy
	some i, config in headers.attributes.security_headers_config
	some j, transport in config.strict_transport_security
	path := ["security_headers_config", i, "strict_transport_security", j, "access_control_max_age_sec"]
	message := setting.below(transport, "access_control_max_age_sec", 31536000, 0)
}
