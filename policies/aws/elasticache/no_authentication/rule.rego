# METADATA
# title: ElastiCache takes commands from anyone who reaches it
# description: |
#   Redis and Valkey ask nobody who they are, unless a password or users are set up. Whoever reaches the port, any
#   machine in the network that is broken into, may then read, change and delete everything.
#
#   Passwords and users work only together with encryption in transit. A serverless cache has it always, and takes
#   users alone.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `user_group_ids`, of a serverless cache `user_group_id`, to an `aws_elasticache_user_group`. A replication
#     group needs `transit_encryption_enabled` set to `true`, and takes a password in `auth_token` instead of users.
#   aliases: [CKV_AWS_31]
package policy.aws.elasticache.no_authentication

import data.lib.setting

deny contains {"resource": group.id, "path": ["auth_token"], "needs": needs, "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	every name in ["auth_token", "user_group_ids", "global_replication_group_id"] {
		setting.missing(group.attributes, name)
	}
	needs := [{"resource": group.id, "path": [name]} | some name in ["user_group_ids", "global_replication_group_id"]]
	message := "Whoever reaches the port may use the cache: neither `auth_token` nor `user_group_ids` is set"
}

deny contains {"resource": cache.id, "path": ["user_group_id"], "message": message} if {
	some cache in input.resources.aws_elasticache_serverless_cache
	lower(cache.attributes.engine) in {"redis", "valkey"}
	setting.missing(cache.attributes, "user_group_id")
	message := "Whoever reaches the port may use the cache: `user_group_id` is not set"
}
