# METADATA
# title: ElastiCache replication group is not encrypted in transit
# description: |
#   Redis and Valkey speak in plain text unless TLS is switched on: keys, values and the password pass over the
#   network as they are. Whoever can listen inside the network, or stand between a client and the cache, reads and
#   changes them.
#
#   Without TLS the cache takes no password either, so that everyone who reaches its port may use it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `transit_encryption_enabled` to `true`, and let clients connect with TLS (`rediss://`). To change over
#     without an outage, set `transit_encryption_mode` to `preferred` first, then to `required`.
#   aliases: [CKV_AWS_30, CKV_AWS_31, AWS-0051, AC_AWS_0467]
package policy.aws.elasticache.unencrypted_transit

import data.lib.setting

deny contains {"resource": group.id, "path": ["transit_encryption_enabled"], "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	message := setting.turned_off(group.attributes, "transit_encryption_enabled")
}

deny contains {"resource": group.id, "path": ["transit_encryption_enabled"], "needs": needs, "message": message} if {
	some group in input.resources.aws_elasticache_replication_group
	not "transit_encryption_enabled" in object.keys(group.attributes)
	object.get(group.attributes, "engine", "redis") == "redis"
	setting.missing(group.attributes, "global_replication_group_id")
	needs := [{"resource": group.id, "path": [name]} | some name in ["engine", "global_replication_group_id"]]
	message := "`transit_encryption_enabled` is not set, and the default for Redis is `false`"
}
