package policy.aws.elasticache.unencrypted_transit_test

import data.policy.aws.elasticache.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_elasticache_replication_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"transit_encryption_enabled": false, "engine": "valkey"}) == {{
		"resource": "a",
		"path": ["transit_encryption_enabled"],
		"message": "`transit_encryption_enabled` is `false`",
	}}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["transit_encryption_enabled"],
		"message": "`transit_encryption_enabled` is not set, and the default for Redis is `false`",
		"needs": [{"resource": "a", "path": ["engine"]}, {"resource": "a", "path": ["global_replication_group_id"]}],
	}}
}

test_encrypted if {
	findings({"transit_encryption_enabled": true}) == set()
	findings({"engine": "valkey"}) == set()
	findings({"global_replication_group_id": "x"}) == set()
}
