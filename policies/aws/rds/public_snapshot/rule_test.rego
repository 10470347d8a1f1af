package policy.aws.rds.public_snapshot_test

import data.policy.aws.rds.public_snapshot

findings(kind, attributes) := found if {
	found := public_snapshot.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_shared if {
	findings("aws_db_snapshot", {"shared_accounts": ["111122223333", "all"]}) == {{
		"resource": "a",
		"path": ["shared_accounts", 1],
		"message": "`shared_accounts` holds `all`: every AWS account may restore the snapshot",
	}}
	count(findings("aws_rds_cluster_snapshot_copy", {"shared_accounts": ["all"]})) == 1
}

test_not_shared if {
	findings("aws_db_snapshot", {}) == set()
	findings("aws_db_snapshot", {"shared_accounts": ["111122223333"]}) == set()
}
