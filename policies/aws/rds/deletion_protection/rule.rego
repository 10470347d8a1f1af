# METADATA
# title: RDS database is not protected from deletion
# description: |
#   A database without deletion protection is gone with one call: a `terraform destroy` in the wrong directory, a
#   change that replaces it, a click. With it the call fails until somebody switches the protection off, on purpose.
#
#   Short-lived databases, for tests, are better off without, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `deletion_protection` to `true`.
#   aliases: [CKV_AWS_293, AWS-0177, CKV_AWS_139, AWS-0343]
package policy.aws.rds.deletion_protection

import data.lib.setting

# A replica holds nothing that its source does not.
deny contains {"resource": db.id, "path": ["deletion_protection"], "needs": needs, "message": message} if {
	some db in input.resources.aws_db_instance
	not setting.is_set(db.attributes, "replicate_source_db")
	message := setting.off(db.attributes, "deletion_protection")
	needs := [{"resource": db.id, "path": ["replicate_source_db"]}]
}

deny contains {"resource": cluster.id, "path": ["deletion_protection"], "message": message} if {
	some cluster in input.resources.aws_rds_cluster
	message := setting.off(cluster.attributes, "deletion_protection")
}
