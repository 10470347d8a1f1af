package policy.aws.rds.short_backups_test

import data.policy.aws.rds.short_backups

findings(kind, attributes) := found if {
	found := short_backups.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_one_day if {
	findings("aws_db_instance", {"backup_retention_period": 1}) == {{
		"resource": "a",
		"path": ["backup_retention_period"],
		"message": "`backup_retention_period` is 1",
		"needs": [],
	}}
	findings("aws_rds_cluster", {}) == {{
		"resource": "a",
		"path": ["backup_retention_period"],
		"message": "`backup_retention_period` is not set, and the default of 1 is less than 2",
		"needs": [],
	}}
}

test_more if {
	findings("aws_db_instance", {"backup_retention_period": 7}) == set()
	findings("aws_rds_cluster", {"backup_retention_period": 7}) == set()
}

test_none_at_all_is_another_matter if {
	findings("aws_db_instance", {}) == set()
}
