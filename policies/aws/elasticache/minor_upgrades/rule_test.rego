package policy.aws.elasticache.minor_upgrades_test

import data.policy.aws.elasticache.minor_upgrades

findings(kind, attributes) := found if {
	found := minor_upgrades.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings("aws_elasticache_cluster", {"engine": "redis", "auto_minor_version_upgrade": false}) == {{
		"resource": "a",
		"path": ["auto_minor_version_upgrade"],
		"message": "`auto_minor_version_upgrade` is `false`",
		"needs": [{"resource": "a", "path": ["engine"]}],
	}}
	count(findings("aws_elasticache_replication_group", {"auto_minor_version_upgrade": "false"})) == 1
}

test_on if {
	findings("aws_elasticache_cluster", {}) == set()
}

test_other_engine if {
	findings("aws_elasticache_cluster", {"engine": "memcached", "auto_minor_version_upgrade": false}) == set()
}
