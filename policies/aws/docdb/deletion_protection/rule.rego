# METADATA
# title: DocumentDB cluster is not protected from deletion
# description: |
#   A database without deletion protection is gone with one call: a `terraform destroy` in the wrong directory, a
#   change that replaces it, a click. With it the call fails until somebody switches the protection off, on purpose.
#
#   Short-lived databases, for tests, are better off without, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `deletion_protection` to `true`.
package policy.aws.docdb.deletion_protection

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["deletion_protection"], "message": message} if {
	some cluster in input.resources.aws_docdb_cluster
	message := setting.off(cluster.attributes, "deletion_protection")
}
