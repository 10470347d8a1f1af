# METADATA
# title: Neptune cluster is not encrypted at rest
# description: |
#   Neptune keeps graph data: who knows whom, what depends on what. Without encryption at rest the data lies in
#   plain form on disks that AWS manages, and in every backup and snapshot of them. A snapshot that is shared by
#   mistake can be read by who receives it.
#
#   With encryption a key stands in between: reading also takes permission to use the key, which can be withdrawn.
#   It costs nothing, but what exists already can only be encrypted by restoring it from an encrypted copy.
# related_resources:
#   - https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `storage_encrypted` to `true`. An existing cluster is replaced: restore it from a snapshot into one that
#     is encrypted.
#   aliases: [CKV_AWS_44, AWS-0076, AC_AWS_0493]
package policy.aws.neptune.unencrypted

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["storage_encrypted"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_neptune_cluster
	message := setting.off(cluster.attributes, "storage_encrypted")
	from := sources(cluster)
	every source in from {
		not setting.is_set(cluster.attributes, source)
	}
	needs := [{"resource": cluster.id, "path": [source]} | some source in from]
}

# A restored cluster is encrypted as its snapshot: `storage_encrypted` takes no part in the request that makes it. A
# replica and a member of a global cluster are so unless they say otherwise.
sources(cluster) := ["snapshot_identifier", "replication_source_identifier", "global_cluster_identifier"] if {
	not "storage_encrypted" in object.keys(cluster.attributes)
}

sources(cluster) := ["snapshot_identifier"] if "storage_encrypted" in object.keys(cluster.attributes)
