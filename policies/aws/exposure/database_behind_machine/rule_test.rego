package policy.aws.exposure.database_behind_machine_test

import data.policy.aws.exposure.database_behind_machine

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


resources := {
	"aws_instance": [{"address": "aws_instance.m"}, {"address": "aws_instance.m2"}],
	"aws_db_instance": [{"address": "aws_db_instance.db"}],
}

at(more) := {"resources": resources, "exposures": [exposed("m", "aws_instance", object.union(
	{"reaches": [{"id": "db", "kind": "aws_db_instance", "index": 0, "relation": "routes", "written": {"resource": "rule", "path": ["source"], "note": ""}}]},
	more,
))]}

test_the_rule_is_denied if {
	given := at({})
	some denied in database_behind_machine.deny with input as given
	denied.at == "rule"
}

test_the_rest_passes if {
	every case in [at({"hops": 2}), at({"reaches": [{"id": "m2", "kind": "aws_instance", "index": 1, "relation": "routes"}]})] {
		found := database_behind_machine.deny with input as case
		count(found) == 0
	}
}
