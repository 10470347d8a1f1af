package policy.aws.apigateway.open_route_test

import data.policy.aws.apigateway.open_route

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := open_route.deny with input.resources.aws_apigatewayv2_route as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_routes if {
	messages({"route_key": "$default"}) == {"`authorization_type` is not set, and the default is `NONE`"}
	paths({"route_key": "GET /orders", "authorization_type": "NONE"}) == {["authorization_type"]}
	paths({"route_key": "GET /orders", "authorization_type": "JWT"}) == set()
	paths({"route_key": "OPTIONS /orders"}) == set()
}

test_sockets if {
	socket := [{"kind": "aws_apigatewayv2_api", "index": 0, "via": ["api_id"]}]
	routes := [
		{"id": "a", "attributes": {"route_key": "$connect"}, "references": socket},
		{"id": "b", "attributes": {"route_key": "$default"}, "references": socket},
	]
	found := open_route.deny with input.resources as {
		"aws_apigatewayv2_route": routes,
		"aws_apigatewayv2_api": [{"id": "api", "attributes": {"protocol_type": "WEBSOCKET"}}],
	}
	{finding.resource | some finding in found} == {"a"}
}
