# METADATA
# title: RDS database keeps backups for one day only
# description: |
#   Backups that are kept for one day help against a mistake that is seen at once. One that is made on Friday and
#   found on Monday is in every backup that is left.
#
#   How many days are worth their price is a choice; a week is common.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `backup_retention_period` to the days that a mistake may stay unnoticed, at least 7.
#   aliases: [AWS-0077, AC_AWS_0495]
package policy.aws.rds.short_backups

import data.lib.attribute
import data.lib.backup
import data.lib.setting

deny contains {
	"resource": db.id,
	"path": ["backup_retention_period"],
	"needs": backup.doubts(db),
	"message": message,
} if {
	some db in input.resources.aws_db_instance
	attribute.number(db.attributes.backup_retention_period) == 1
	not backup.covers(db, "arn:aws:rds:*:*:db:*")
	message := "`backup_retention_period` is 1"
}

deny contains {
	"resource": cluster.id,
	"path": ["backup_retention_period"],
	"needs": backup.doubts(cluster),
	"message": message,
} if {
	some cluster in input.resources.aws_rds_cluster
	not attribute.number(cluster.attributes.backup_retention_period) == 0
	message := setting.below(cluster.attributes, "backup_retention_period", 2, 1)
	not backup.covers(cluster, "arn:aws:rds:*:*:cluster:*")
}
