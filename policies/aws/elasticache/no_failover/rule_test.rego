package policy.aws.elasticache.no_failover_test

import data.policy.aws.elasticache.no_failover

findings(attributes) := found if {
	found := no_failover.deny with input.resources as {"aws_elasticache_replication_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"automatic_failover_enabled": false}) == {{
		"resource": "a",
		"path": ["automatic_failover_enabled"],
		"message": "`automatic_failover_enabled` is `false`",
		"needs": [{"resource": "a", "path": ["global_replication_group_id"]}],
	}}
	count(findings({})) == 1
}

test_on if {
	findings({"automatic_failover_enabled": true}) == set()
}

test_as_the_others if {
	findings({"global_replication_group_id": "x"}) == set()
}
