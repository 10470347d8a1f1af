package policy.aws.elasticache.unencrypted_test

import data.policy.aws.elasticache.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources as {"aws_elasticache_replication_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"at_rest_encryption_enabled": false, "engine": "valkey"}) == {{
		"resource": "a",
		"path": ["at_rest_encryption_enabled"],
		"message": "`at_rest_encryption_enabled` is `false`",
	}}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["at_rest_encryption_enabled"],
		"message": "`at_rest_encryption_enabled` is not set, and the default for Redis is `false`",
		"needs": [{"resource": "a", "path": ["engine"]}, {"resource": "a", "path": ["global_replication_group_id"]}],
	}}
	count(findings({"engine": "redis"})) == 1
}

test_encrypted if {
	findings({"at_rest_encryption_enabled": true}) == set()
	findings({"engine": "valkey"}) == set()
	findings({"global_replication_group_id": "x"}) == set()
}
