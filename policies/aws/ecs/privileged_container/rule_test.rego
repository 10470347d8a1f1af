package policy.aws.ecs.privileged_container_test

import data.policy.aws.ecs.privileged_container

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := privileged_container.deny with input.resources.aws_ecs_task_definition as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_containers if {
	containers := {"container_definitions": [{"name": "web"}, {"name": "agent", "privileged": true}, {"privileged": false}]}
	messages(containers) == {"Container agent: `privileged` is `true`"}
	paths(containers) == {["container_definitions", 1, "privileged"]}
	paths({}) == set()
}
