package policy.aws.ecs.writable_root_test

import data.policy.aws.ecs.writable_root

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := writable_root.deny with input.resources.aws_ecs_task_definition as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_containers if {
	containers := {"container_definitions": [{"name": "web"}, {"name": "agent", "readonlyRootFilesystem": true}]}
	messages(containers) == {"Container web: `readonlyRootFilesystem` is not set, and the default is `false`"}
	paths(containers) == {["container_definitions", 0, "readonlyRootFilesystem"]}
	paths({"container_definitions": []}) == set()
}
