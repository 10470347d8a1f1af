package policy.aws.rds.log_fdw_test

import data.policy.aws.rds.log_fdw

findings(kind, attributes) := found if {
	found := log_fdw.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_flawed if {
	findings("aws_db_instance", {"engine": "postgres", "engine_version": "13.2"}) == {{
		"resource": "a",
		"path": ["engine_version"],
		"message": "`engine_version` is `13.2`, in which `log_fdw` reads any file",
		"needs": [{"resource": "a", "path": ["engine"]}],
	}}
	count(findings("aws_db_instance", {"engine": "postgres", "engine_version": "9.6.21"})) == 1
	count(findings("aws_rds_cluster", {"engine": "aurora-postgresql", "engine_version": "11.8"})) == 1
}

test_fixed if {
	findings("aws_db_instance", {"engine": "postgres", "engine_version": "13.3"}) == set()
	findings("aws_db_instance", {"engine": "postgres", "engine_version": "9.6.22"}) == set()
	findings("aws_db_instance", {"engine": "postgres", "engine_version": "16"}) == set()
	findings("aws_rds_cluster", {"engine": "aurora-postgresql", "engine_version": "11.9"}) == set()
	findings("aws_db_instance", {"engine": "mysql", "engine_version": "5.7"}) == set()
}

test_newest_minor_version if {
	findings("aws_db_instance", {"engine": "postgres", "engine_version": "11"}) == set()
}
