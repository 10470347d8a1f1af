package policy.aws.rds.minor_upgrades_test

import data.policy.aws.rds.minor_upgrades

findings(kind, attributes) := found if {
	found := minor_upgrades.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_wrong if {
	findings("aws_db_instance", {"auto_minor_version_upgrade": false}) == {{
		"resource": "a",
		"path": ["auto_minor_version_upgrade"],
		"message": "`auto_minor_version_upgrade` is `false`",
	}}
	findings("aws_rds_cluster_instance", {"auto_minor_version_upgrade": false}) == {{
		"resource": "a",
		"path": ["auto_minor_version_upgrade"],
		"message": "`auto_minor_version_upgrade` is `false`",
	}}
}

test_right if {
	findings("aws_db_instance", {}) == set()
	findings("aws_db_instance", {"auto_minor_version_upgrade": true}) == set()
}
