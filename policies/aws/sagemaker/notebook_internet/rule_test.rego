package policy.aws.sagemaker.notebook_internet_test

import data.policy.aws.sagemaker.notebook_internet

findings(attributes) := found if {
	found := notebook_internet.deny with input.resources as {"aws_sagemaker_notebook_instance": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_open if {
	findings({"direct_internet_access": "Enabled"}) == {{
		"resource": "a",
		"path": ["direct_internet_access"],
		"message": "`direct_internet_access` is `Enabled`",
	}}
	count(findings({})) == 1
}

test_closed if {
	findings({"direct_internet_access": "Disabled"}) == set()
}
