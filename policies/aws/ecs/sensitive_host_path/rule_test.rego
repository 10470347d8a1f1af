package policy.aws.ecs.sensitive_host_path_test

import data.policy.aws.ecs.sensitive_host_path

found(host_path, mount) := denied if {
	container := {"name": "web", "mountPoints": [object.union({"sourceVolume": "v", "containerPath": "/x"}, mount)]}
	attributes := {"volume": [{"name": "scratch"}, {"name": "v", "host_path": host_path}], "container_definitions": [container]}
	resource := {"id": "x", "attributes": attributes}
	denied := sensitive_host_path.deny with input.resources.aws_ecs_task_definition as [resource]
}

test_socket_however_it_is_mounted if {
	expected := {{
		"resource": "x",
		"path": ["volume", 1, "host_path"],
		"message": "Container web gets /var/run/docker.sock, through which Docker takes orders",
	}}
	found("/var/run/docker.sock", {}) == expected
	found("/var/run/docker.sock", {"readOnly": true}) == expected
}

test_directory_that_may_be_written if {
	found("/", {}) == {{
		"resource": "x",
		"path": ["volume", 1, "host_path"],
		"needs": [{"resource": "x", "path": ["container_definitions", 0, "mountPoints", 0, "readOnly"]}],
		"message": "Container web may write to / of its machine",
	}}
	count(found("/etc", {"readOnly": false})) == 1
}

test_silent if {
	found("/etc", {"readOnly": true}) == set()
	found("/srv/data", {}) == set()
	found("", {"sourceVolume": "scratch"}) == set()
	found("/etc", {"sourceVolume": "scratch"}) == set()
}
