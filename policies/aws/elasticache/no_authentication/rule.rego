# METADATA
# title: ElastiCache replication group takes commands from anyone who reaches it
# description: |
#   Redis and Valkey ask nobody who they are, unless a password or users are set up. Whoever reaches the port, any
#   machine in the network that is broken into, may then read, change and delete everything.
#
#   Passwords and users work only together with encryption in transit.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `user_group_ids` to an `aws_elasticache_user_group`, or `auth_token` to a password, and
#     `transit_encryption_enabled` to `true`.
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
