# METADATA
# title: Redis cache keeps no backups
# description: |
#   ElastiCache can write what is in a Redis or Valkey cache to storage each day. Without that, a lost node or a
#   `FLUSHALL` loses everything that is in memory only.
#
#   What is truly a cache can be filled again, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `snapshot_retention_limit` to the days that backups are kept.
#   aliases: [CKV_AWS_134, AWS-0050]
package policy.aws.elasticache.no_backups

import data.lib.setting

deny contains {"resource": cache.id, "path": ["snapshot_retention_limit"], "needs": needs, "message": message} if {
	some cache in input.resources.aws_elasticache_cluster
	object.get(cache.attributes, "engine", "redis") in {"redis", "valkey"}
	not setting.is_set(cache.attributes, "replication_group_id")
	not too_old(cache)
	message := setting.below(cache.attributes, "snapshot_retention_limit", 1, 0)
	needs := [{"resource": cache.id, "path": [name]} | some name in ["engine", "node_type", "replication_group_id"]]
}

deny contains {"resource": group.id, "path": ["snapshot_retention_limit"], "needs": needs, "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	not too_old(group)
	message := setting.below(group.attributes, "snapshot_retention_limit", 1, 0)
	needs := [{"resource": group.id, "path": ["node_type"]}]
}

# The oldest machines cannot make backups.
too_old(cache) if startswith(cache.attributes.node_type, "cache.t1.")
