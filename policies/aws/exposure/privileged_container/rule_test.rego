package policy.aws.exposure.privileged_container_test

import data.policy.aws.exposure.privileged_container

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


at(privileged) := {
	"exposures": [exposed("s", "aws_ecs_service", {"reaches": [{"kind": "aws_ecs_task_definition", "index": 0}]})],
	"resources": {
		"aws_ecs_service": [{"address": "aws_ecs_service.s"}],
		"aws_ecs_task_definition": [{"id": "t", "attributes": {"container_definitions": [{"name": "app", "privileged": privileged}]}}],
	},
}

test_privileged_is_denied if {
	given := at(true)
	some denied in privileged_container.deny with input as given
	denied.path == ["container_definitions", 0, "privileged"]
}

test_the_rest_passes if {
	given := at(false)
	found := privileged_container.deny with input as given
	count(found) == 0
}
