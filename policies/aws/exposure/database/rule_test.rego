package policy.aws.exposure.database_test

import data.policy.aws.exposure.database

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


test_databases_are_denied if {
	every kind in ["aws_db_instance", "aws_rds_cluster_instance", "aws_redshift_cluster"] {
		given := {"exposures": [exposed("db", kind, {})]}
		some denied in database.deny with input as given
		denied.path == ["publicly_accessible"]
	}
}

test_what_is_not_reached_passes if {
	given := {"exposures": [exposed("db", "aws_db_instance", {"standing": "possible"}), exposed("m", "aws_instance", {})]}
	found := database.deny with input as given
	count(found) == 0
}
