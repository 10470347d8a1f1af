package policy.aws.apigateway.no_tracing_test

import data.policy.aws.apigateway.no_tracing

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_tracing.deny with input.resources.aws_api_gateway_stage as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_tracing if {
	messages({}) == {"`xray_tracing_enabled` is not set, and the default is `false`"}
	paths({"xray_tracing_enabled": false}) == {["xray_tracing_enabled"]}
	paths({"xray_tracing_enabled": true}) == set()
}
