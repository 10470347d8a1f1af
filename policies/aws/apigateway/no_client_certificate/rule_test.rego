package policy.aws.apigateway.no_client_certificate_test

import data.policy.aws.apigateway.no_client_certificate

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_client_certificate.deny with input.resources.aws_api_gateway_stage as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_stages if {
	messages({}) == {"`client_certificate_id` is not set"}
	paths({"client_certificate_id": ""}) == {["client_certificate_id"]}
	paths({"client_certificate_id": "abc"}) == set()
}

test_newer_ones if {
	every protocol, expected in {"WEBSOCKET": 1, "HTTP": 0} {
		stage := {"id": "x", "attributes": {}, "references": [{"kind": "aws_apigatewayv2_api", "index": 0, "via": ["api_id"]}]}
		found := no_client_certificate.deny with input.resources as {
			"aws_apigatewayv2_stage": [stage],
			"aws_apigatewayv2_api": [{"id": "api", "attributes": {"protocol_type": protocol}}],
		}
		count(found) == expected
	}
}
