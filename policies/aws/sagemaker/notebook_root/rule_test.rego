package policy.aws.sagemaker.notebook_root_test

import data.policy.aws.sagemaker.notebook_root

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := notebook_root.deny with input.resources.aws_sagemaker_notebook_instance as [resource]
}

test_default if {
	paths({}) == {["root_access"]}
	paths({"root_access": "Enabled"}) == {["root_access"]}
	paths({"root_access": "Disabled"}) == set()
}
