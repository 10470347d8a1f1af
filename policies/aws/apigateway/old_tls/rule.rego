# METADATA
# title: API Gateway domain takes old versions of TLS
# description: |
#   TLS encrypts what goes between callers and the interface. Its versions 1.0 and 1.1 have known flaws and are given
#   up by all browsers; a domain that still takes them can be talked into them by somebody on the way.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `security_policy` to `TLS_1_2`.
#   aliases: [CKV_AWS_206, AWS-0005]
package policy.aws.apigateway.old_tls

deny contains {"resource": domain.id, "path": ["security_policy"], "message": message} if {
	some domain in input.resources.aws_api_gateway_domain_name
	domain.attributes.security_policy == "TLS_1_0"
	message := "`security_policy` is `TLS_1_0`"
}
