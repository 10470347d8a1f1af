package policy.aws.apigateway.request_not_validated_test

import data.policy.aws.apigateway.request_not_validated

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := request_not_validated.deny with input.resources.aws_api_gateway_method as [resource]
}

test_bad if {
	paths({"http_method": "POST"}) == {["request_validator_id"]}
}

test_good if {
	paths({"http_method": "OPTIONS"}) == set()
	paths({"http_method": "POST", "request_validator_id": "abc"}) == set()
}
