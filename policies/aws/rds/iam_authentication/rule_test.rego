package policy.aws.rds.iam_authentication_test

import data.policy.aws.rds.iam_authentication

findings(kind, attributes) := found if {
	found := iam_authentication.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings("aws_db_instance", {"iam_database_authentication_enabled": false}) == {{
		"resource": "a",
		"path": ["iam_database_authentication_enabled"],
		"message": "`iam_database_authentication_enabled` is `false`",
		"needs": [{"resource": "a", "path": ["engine"]}],
	}}
	count(findings("aws_rds_cluster", {"engine": "aurora-mysql"})) == 1
}

test_on if {
	findings("aws_rds_cluster", {"iam_database_authentication_enabled": true}) == set()
}

test_engine_without if {
	findings("aws_db_instance", {"engine": "sqlserver-se"}) == set()
}

test_versions_of_mariadb if {
	every version in ["10.5.8", "10.2"] {
		findings("aws_db_instance", {"engine": "mariadb", "engine_version": version}) == set()
	}
	every version in ["10.6.14", "11.4", "10"] {
		some finding in findings("aws_db_instance", {"engine": "mariadb", "engine_version": version})
		count(finding.needs) == 2
	}
}
