package policy.aws.sagemaker.model_not_isolated_test

import data.policy.aws.sagemaker.model_not_isolated

findings(attributes) := found if {
	found := model_not_isolated.deny with input.resources as {"aws_sagemaker_model": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"enable_network_isolation": false}) == {{
		"resource": "a",
		"path": ["enable_network_isolation"],
		"message": "`enable_network_isolation` is `false`",
	}}
	count(findings({"enable_network_isolation": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["enable_network_isolation"],
		"message": "`enable_network_isolation` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"enable_network_isolation": true}) == set()
	findings({"enable_network_isolation": "true"}) == set()
}
