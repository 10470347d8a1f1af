# METADATA
# title: Redis cache does not install minor versions by itself
# description: |
#   Minor versions of Redis and Valkey bring fixes of flaws and of security. ElastiCache installs them in the
#   maintenance window, unless that is switched off: then somebody has to think of it each time.
#
#   Who installs them by hand, on a schedule, may do without.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Remove `auto_minor_version_upgrade`, or set it to `true`.
#   aliases: [CKV_AWS_322]
package policy.aws.elasticache.minor_upgrades

import data.lib.setting

deny contains {"resource": cache.id, "path": ["auto_minor_version_upgrade"], "needs": needs, "message": message} if {
	some kind in ["aws_elasticache_cluster", "aws_elasticache_replication_group"]
	some cache in input.resources[kind]
	object.get(cache.attributes, "engine", "redis") in {"redis", "valkey"}
	message := setting.turned_off(cache.attributes, "auto_minor_version_upgrade")
	needs := [{"resource": cache.id, "path": ["engine"]}]
}
