# METADATA
# title: RDS cluster is not encrypted at rest with a key of the account
# description: |
#   An RDS cluster runs an Aurora or Multi-AZ database on storage that AWS manages. A Multi-AZ cluster without encryption
#   at rest, and one of Aurora from before February 2026, lies in plain form on disks, and in every backup and snapshot of
#   them. Aurora encrypts what was made since with a key of AWS' own, which nobody has to be allowed to use.
#
#   With a key of the account, reading also takes permission to use the key, which can be withdrawn. It costs nothing, but
#   what exists already can only be encrypted by restoring it from an encrypted copy.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `storage_encrypted` to `true`, and `kms_key_id` to use a key of your own. An existing cluster is replaced:
#     restore it from a snapshot into one that is encrypted.
#   aliases: [CKV_AWS_96, AWS-0079, AC_AWS_0186]
package policy.aws.rds.cluster_unencrypted

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["storage_encrypted"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_rds_cluster
	message := setting.off(cluster.attributes, "storage_encrypted")
	from := sources(cluster)
	every source in from {
		not setting.is_set(cluster.attributes, source)
	}
	not is_serverless(cluster)
	needs := [{"resource": cluster.id, "path": [name]} | some name in array.concat(from, ["engine_mode"])]
}

# A restored cluster is encrypted as what it is made from: `storage_encrypted` takes no part in the request that makes
# it. A replica and a member of a global cluster are so unless they say otherwise.
sources(cluster) := array.concat(restored, joined) if not "storage_encrypted" in object.keys(cluster.attributes)

sources(cluster) := restored if "storage_encrypted" in object.keys(cluster.attributes)

restored := ["snapshot_identifier", "restore_to_point_in_time"]

joined := ["replication_source_identifier", "global_cluster_identifier"]

# The first generation of Aurora Serverless is always encrypted.
is_serverless(cluster) if cluster.attributes.engine_mode == "serverless"
