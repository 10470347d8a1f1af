# METADATA
# title: API Gateway shows no certificate to the servers behind it
# description: |
#   API Gateway can show a certificate when it calls a server, so that the server can refuse calls that do not come
#   through the interface. Without it, whoever finds the server's address can go around logins and limits that the
#   interface has.
#
#   Functions of AWS and servers in a private network need no such certificate.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `client_certificate_id` to an `aws_api_gateway_client_certificate`, and let the server ask for it.
#   aliases: [CKV2_AWS_51, AC_AWS_0013]
package policy.aws.apigateway.no_client_certificate

import data.lib.graph
import data.lib.setting

deny contains {"resource": stage.id, "path": ["client_certificate_id"], "message": message} if {
	some stage in input.resources.aws_api_gateway_stage
	message := setting.missing(stage.attributes, "client_certificate_id")
}

# Of the newer kind of interface, only those for WebSockets can.
deny contains {
	"resource": stage.id,
	"path": ["client_certificate_id"],
	"needs": [{"resource": api.id, "path": ["protocol_type"]}],
	"message": message,
} if {
	some stage in input.resources.aws_apigatewayv2_stage
	some api in graph.targets_via(stage, "aws_apigatewayv2_api", "api_id")
	api.attributes.protocol_type == "WEBSOCKET"
	message := setting.missing(stage.attributes, "client_certificate_id")
}
