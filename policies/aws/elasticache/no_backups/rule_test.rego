package policy.aws.elasticache.no_backups_test

import data.policy.aws.elasticache.no_backups

findings(kind, attributes) := found if {
	found := no_backups.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings("aws_elasticache_cluster", {"engine": "redis", "node_type": "cache.m5.large"}) == {{
		"resource": "a",
		"path": ["snapshot_retention_limit"],
		"message": "`snapshot_retention_limit` is not set, and the default of 0 is less than 1",
		"needs": [{"resource": "a", "path": ["engine"]}, {"resource": "a", "path": ["node_type"]}, {"resource": "a", "path": ["replication_group_id"]}],
	}}
	count(findings("aws_elasticache_cluster", {"engine": "valkey", "snapshot_retention_limit": 0})) == 1
	count(findings("aws_elasticache_replication_group", {})) == 1
}

test_kept if {
	findings("aws_elasticache_cluster", {"engine": "redis", "snapshot_retention_limit": 5}) == set()
	findings("aws_elasticache_replication_group", {"snapshot_retention_limit": "5"}) == set()
}

test_kept_by_the_group if {
	findings("aws_elasticache_cluster", {"replication_group_id": "x"}) == set()
}

test_not_possible if {
	findings("aws_elasticache_cluster", {"engine": "memcached"}) == set()
	findings("aws_elasticache_cluster", {"engine": "redis", "node_type": "cache.t1.micro"}) == set()
}
