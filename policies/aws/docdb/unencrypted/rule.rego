# METADATA
# title: DocumentDB cluster is not encrypted at rest
# description: |
#   DocumentDB keeps documents as MongoDB does. Without encryption at rest the data lies in plain form on disks that
#   AWS manages, and in every backup and snapshot of them. A snapshot that is shared by mistake can be read by who
#   receives it.
#
#   With encryption a key stands in between: reading also takes permission to use the key, which can be withdrawn.
#   It costs nothing, but what exists already can only be encrypted by restoring it from an encrypted copy.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `storage_encrypted` to `true`. An existing cluster is replaced: restore it from a snapshot into one that
#     is encrypted.
#   aliases: [CKV_AWS_74, AWS-0021, AC_AWS_0455]
package policy.aws.docdb.unencrypted

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["storage_encrypted"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_docdb_cluster
	message := setting.off(cluster.attributes, "storage_encrypted")
	every source in sources {
		not setting.is_set(cluster.attributes, source)
	}
	needs := [{"resource": cluster.id, "path": [source]} | some source in sources]
}

# What a cluster is made from, or belongs to, says whether it is encrypted: `storage_encrypted = false` takes no part
# in the request that makes it.
sources := ["snapshot_identifier", "restore_to_point_in_time", "global_cluster_identifier"]
