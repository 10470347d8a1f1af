package policy.aws.rds.public_address_test

import data.policy.aws.rds.public_address

findings(kind, attributes) := found if {
	found := public_address.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_wrong if {
	findings("aws_db_instance", {"publicly_accessible": true}) == {{
		"resource": "a",
		"path": ["publicly_accessible"],
		"message": "`publicly_accessible` is `true`",
	}}
	findings("aws_rds_cluster_instance", {"publicly_accessible": true}) == {{
		"resource": "a",
		"path": ["publicly_accessible"],
		"message": "`publicly_accessible` is `true`",
	}}
}

test_right if {
	findings("aws_db_instance", {}) == set()
	findings("aws_db_instance", {"publicly_accessible": false}) == set()
}
