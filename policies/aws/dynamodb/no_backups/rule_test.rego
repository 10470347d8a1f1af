package policy.aws.dynamodb.no_backups_test

import data.policy.aws.dynamodb.no_backups

findings(attributes) := found if {
	found := no_backups.deny with input.resources as {"aws_dynamodb_table": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"point_in_time_recovery": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["point_in_time_recovery", 0, "enabled"],
		"message": "`point_in_time_recovery.enabled` is `false`",
		"needs": [{"resource": "a", "path": ["hash_key"]}],
	}}
	count(findings({"hash_key": "id"})) == 1
}

test_on if {
	findings({"point_in_time_recovery": [{"enabled": true}]}) == set()
}

test_locks if {
	findings({"hash_key": "LockID"}) == set()
}
