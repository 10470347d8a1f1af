# METADATA
# title: Redis cache does not fail over by itself
# description: |
#   A replication group has one node that is written to, and copies of it. Without automatic failover nobody takes
#   over when that node is lost, or its zone: the cache refuses writes until somebody acts.
#
#   It needs a second node, which costs as much as the first, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `automatic_failover_enabled` to `true`, `multi_az_enabled` too, and `num_cache_clusters` to at least 2.
#   aliases: [CKV2_AWS_50]
package policy.aws.elasticache.no_failover

import data.lib.setting

deny contains {"resource": group.id, "path": ["automatic_failover_enabled"], "needs": needs, "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	setting.missing(group.attributes, "global_replication_group_id")
	message := setting.off(group.attributes, "automatic_failover_enabled")
	needs := [{"resource": group.id, "path": ["global_replication_group_id"]}]
}
