package policy.aws.ecs.shares_host_namespace_test

import data.policy.aws.ecs.shares_host_namespace

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := shares_host_namespace.deny with input.resources.aws_ecs_task_definition as [resource]
}

test_shared if {
	paths({"pid_mode": "host"}) == {["pid_mode"]}
	paths({"ipc_mode": "host"}) == {["ipc_mode"]}
	paths({"pid_mode": "task", "ipc_mode": "none"}) == set()
	paths({"network_mode": "host"}) == set()
}
