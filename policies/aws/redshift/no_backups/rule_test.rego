package policy.aws.redshift.no_backups_test

import data.policy.aws.redshift.no_backups

findings(attributes) := found if {
	found := no_backups.deny with input.resources as {"aws_redshift_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_too_few if {
	findings({"automated_snapshot_retention_period": 0}) == {{
		"resource": "a",
		"path": ["automated_snapshot_retention_period"],
		"message": "`automated_snapshot_retention_period` is 0, less than 1",
	}}
}

test_enough if {
	findings({}) == set()
	findings({"automated_snapshot_retention_period": "1"}) == set()
}
