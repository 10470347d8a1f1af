package policy.aws.lambda.outside_network_test

import data.policy.aws.lambda.outside_network

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := outside_network.deny with input.resources.aws_lambda_function as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_networks if {
	messages({}) == {"`vpc_config` is not set"}
	paths({"vpc_config": []}) == {["vpc_config"]}
	paths({"vpc_config": [{"subnet_ids": ["subnet-1"]}]}) == set()
}
