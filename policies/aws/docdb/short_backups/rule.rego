# METADATA
# title: DocumentDB cluster keeps backups for less than a week
# description: |
#   Backups that are kept for a day or two help against a mistake that is seen at once. One that is made on Friday
#   and found on Monday is in every backup that is left.
#
#   How many days are worth their price is a choice; a week is common.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `backup_retention_period` to the days that a mistake may stay unnoticed, at least 7.
#   aliases: [CKV_AWS_360]
package policy.aws.docdb.short_backups

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["backup_retention_period"], "message": message} if {
	some cluster in input.resources.aws_docdb_cluster
	message := setting.below(cluster.attributes, "backup_retention_period", 7, 1)
}
