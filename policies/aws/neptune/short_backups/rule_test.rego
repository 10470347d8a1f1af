package policy.aws.neptune.short_backups_test

import data.policy.aws.neptune.short_backups

findings(attributes) := found if {
	found := short_backups.deny with input.resources as {"aws_neptune_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_too_few if {
	findings({"backup_retention_period": 6}) == {{
		"resource": "a",
		"path": ["backup_retention_period"],
		"message": "`backup_retention_period` is 6, less than 7",
	}}
	findings({}) == {{
		"resource": "a",
		"path": ["backup_retention_period"],
		"message": "`backup_retention_period` is not set, and the default of 1 is less than 7",
	}}
}

test_enough if {
	findings({"backup_retention_period": "7"}) == set()
}
