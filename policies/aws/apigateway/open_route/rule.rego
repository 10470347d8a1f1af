# METADATA
# title: API Gateway route asks nobody who they are
# description: |
#   This route of an interface may be called by everyone who reaches it: it asks for no login and no signature. What
#   is behind it, a function or a server, has to tell callers apart by itself, or serves all of them.
#
#   For a login page or a public catalogue that is right.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `authorization_type` to `AWS_IAM`, `JWT` or `CUSTOM`, the last two with an `authorizer_id`.
#   aliases: [CKV_AWS_309]
package policy.aws.apigateway.open_route

import data.lib.graph
import data.lib.setting

deny contains {
	"resource": route.id,
	"path": ["authorization_type"],
	"needs": array.concat(
		[{"resource": route.id, "path": ["route_key"]}],
		[{"resource": api.id, "path": ["protocol_type"]} | some api in apis(route)],
	),
	"message": message,
} if {
	some route in input.resources.aws_apigatewayv2_route
	not startswith(sprintf("%v", [route.attributes.route_key]), "OPTIONS ")
	not inside_socket(route)
	message := setting.other(route.attributes, "authorization_type", {"AWS_IAM", "JWT", "CUSTOM"}, "NONE")
}

# A WebSocket asks once, when it is opened.
inside_socket(route) if {
	some api in apis(route)
	api.attributes.protocol_type == "WEBSOCKET"
	route.attributes.route_key != "$connect"
}

apis(route) := graph.targets_via(route, "aws_apigatewayv2_api", "api_id")
