# METADATA
# title: API passes calls on without checking their form
# description: |
#   API Gateway can check that a call has the parameters, headers and body that the method declares, and turn it
#   away otherwise. Without a validator everything goes on to what is behind, which then has to do it, and pays
#   for each call.
#
#   Where what is behind checks its input anyway, this saves money rather than trouble.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `request_validator_id` to the `id` of an `aws_api_gateway_request_validator`.
#   aliases: [CKV2_AWS_53]
package policy.aws.apigateway.request_not_validated

import data.lib.setting

deny contains {"resource": method.id, "path": ["request_validator_id"], "needs": needs, "message": message} if {
	some method in input.resources.aws_api_gateway_method
	object.get(method.attributes, "http_method", "") != "OPTIONS"
	message := setting.missing(method.attributes, "request_validator_id")
	needs := [{"resource": method.id, "path": ["http_method"]}]
}
