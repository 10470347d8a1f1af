package policy.aws.elasticache.no_authentication_test

import data.policy.aws.elasticache.no_authentication

findings(attributes) := found if {
	found := no_authentication.deny with input.resources as {"aws_elasticache_replication_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"transit_encryption_enabled": true}) == {{
		"resource": "a",
		"path": ["auth_token"],
		"message": "Whoever reaches the port may use the cache: neither `auth_token` nor `user_group_ids` is set",
		"needs": [{"resource": "a", "path": ["user_group_ids"]}, {"resource": "a", "path": ["global_replication_group_id"]}],
	}}
	count(findings({"user_group_ids": []})) == 1
}

test_password if {
	findings({"auth_token": "x"}) == set()
}

test_users if {
	findings({"user_group_ids": ["app"]}) == set()
}

test_as_the_others if {
	findings({"global_replication_group_id": "x"}) == set()
}

serverless(attributes) := {[violation.path, violation.message] | some violation in violations} if {
	all := {"aws_elasticache_serverless_cache": [{"id": "a", "attributes": attributes, "unknown": []}]}
	violations := no_authentication.deny with input.resources as all
}

test_serverless if {
	message := "Whoever reaches the port may use the cache: `user_group_id` is not set"
	serverless({"engine": "valkey"}) == {[["user_group_id"], message]}
	serverless({"engine": "redis", "user_group_id": ""}) == {[["user_group_id"], message]}
	serverless({"engine": "valkey", "user_group_id": "shop"}) == set()
	serverless({"engine": "memcached"}) == set()
}
