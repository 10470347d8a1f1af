package policy.aws.ecs.exec_not_logged_test

import data.policy.aws.ecs.exec_not_logged

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := exec_not_logged.deny with input.resources.aws_ecs_cluster as [resource]
}

test_bad if {
	paths({"configuration": [{"execute_command_configuration": [{"logging": "NONE"}]}]}) == {["configuration", 0, "execute_command_configuration", 0, "logging"]}
}

test_good if {
	paths({}) == set()
	paths({"configuration": [{"execute_command_configuration": [{"logging": "DEFAULT"}]}]}) == set()
	paths({"configuration": [{"execute_command_configuration": [{}]}]}) == set()
}
