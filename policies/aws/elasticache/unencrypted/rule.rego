# METADATA
# title: ElastiCache replication group is not encrypted at rest
# description: |
#   ElastiCache keeps data in memory, and writes it to disk when nodes synchronise and for backups. Without
#   encryption at rest it lies there in plain form, and so do exported backups.
#
#   For Redis encryption is off unless it is asked for, for Valkey it is on. It costs nothing, but can only be
#   chosen when the group is made.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `at_rest_encryption_enabled` to `true`. An existing group is replaced: restore it from a backup.
#   aliases: [CKV_AWS_29, AWS-0045, AC_AWS_0466]
package policy.aws.elasticache.unencrypted

import data.lib.setting

deny contains {"resource": group.id, "path": ["at_rest_encryption_enabled"], "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	message := setting.turned_off(group.attributes, "at_rest_encryption_enabled")
}

# A group that joins a global one is encrypted as the others are.
deny contains {"resource": group.id, "path": ["at_rest_encryption_enabled"], "needs": needs, "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	not "at_rest_encryption_enabled" in object.keys(group.attributes)
	object.get(group.attributes, "engine", "redis") == "redis"
	setting.missing(group.attributes, "global_replication_group_id")
	needs := [{"resource": group.id, "path": [name]} | some name in ["engine", "global_replication_group_id"]]
	message := "`at_rest_encryption_enabled` is not set, and the default for Redis is `false`"
}
