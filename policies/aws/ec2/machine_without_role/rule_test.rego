package policy.aws.ec2.machine_without_role_test

import data.policy.aws.ec2.machine_without_role

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := machine_without_role.deny with input.resources.aws_instance as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_profile if {
	messages({}) == {"`iam_instance_profile` is not set"}
	paths({}) == {["iam_instance_profile"]}
	paths({"iam_instance_profile": "web"}) == set()
	paths({"launch_template": [{"id": "lt-1"}]}) == set()
}
