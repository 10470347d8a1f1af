package policy.aws.apigateway.data_trace_test

import data.policy.aws.apigateway.data_trace

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := data_trace.deny with input.resources.aws_api_gateway_method_settings as [resource]
}

test_bad if {
	paths({"settings": [{"data_trace_enabled": true}]}) == {["settings", 0, "data_trace_enabled"]}
}

test_good if {
	paths({}) == set()
	paths({"settings": [{"data_trace_enabled": false}]}) == set()
	paths({"settings": [{}]}) == set()
}
