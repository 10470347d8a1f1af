package policy.aws.rds.deletion_protection_test

import data.policy.aws.rds.deletion_protection

findings(kind, attributes) := found if {
	found := deletion_protection.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings("aws_db_instance", {"deletion_protection": false}) == {{
		"resource": "a",
		"path": ["deletion_protection"],
		"message": "`deletion_protection` is `false`",
		"needs": [{"resource": "a", "path": ["replicate_source_db"]}],
	}}
	findings("aws_rds_cluster", {}) == {{
		"resource": "a",
		"path": ["deletion_protection"],
		"message": "`deletion_protection` is not set, and the default is `false`",
	}}
}

test_on if {
	findings("aws_db_instance", {"deletion_protection": true}) == set()
	findings("aws_rds_cluster", {"deletion_protection": true}) == set()
}

test_replica_needs_none if {
	findings("aws_db_instance", {"replicate_source_db": "x"}) == set()
}
