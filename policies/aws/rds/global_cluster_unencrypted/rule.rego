# METADATA
# title: RDS global cluster is not encrypted at rest with a key of the account
# description: |
#   A global cluster spans database clusters in several regions, and decides whether the data in all of them is
#   encrypted. Where it is not, clusters from before February 2026 lie in plain form on disks that AWS manages, and in
#   every backup and snapshot of them. Aurora encrypts what was made since with a key of AWS' own, which nobody has to be
#   allowed to use.
#
#   With a key of the account, reading also takes permission to use the key, which can be withdrawn. It costs nothing, but
#   what exists already can only be encrypted by restoring it from an encrypted copy.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `storage_encrypted` to `true`, in the clusters that belong to it too. An existing global cluster is
#     replaced.
#   aliases: [CKV_AWS_140]
package policy.aws.rds.global_cluster_unencrypted

import data.lib.setting

# A global cluster that is made of an existing one is encrypted as that one is.
deny contains {"resource": cluster.id, "path": ["storage_encrypted"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_rds_global_cluster
	setting.missing(cluster.attributes, "source_db_cluster_identifier")
	message := setting.off(cluster.attributes, "storage_encrypted")
	needs := [{"resource": cluster.id, "path": ["source_db_cluster_identifier"]}]
}
