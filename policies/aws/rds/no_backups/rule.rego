# METADATA
# title: RDS database keeps no backups
# description: |
#   RDS makes a backup of a database each day, and keeps the log of what changed since, so that it can be set back
#   to any minute. A retention of 0 days, which is what Terraform asks for unless told otherwise, switches that off.
#
#   A wrong `DELETE`, a failed upgrade or an attacker who encrypts the tables then destroys the data for good.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Set `backup_retention_period` to the days that a mistake may stay unnoticed, at least 7.
#   aliases: [CKV_AWS_133, AWS-0077, AC_AWS_0052]
package policy.aws.rds.no_backups

import data.lib.attribute
import data.lib.backup
import data.lib.setting

# A replica is a copy itself, and a restored instance keeps backups as long as what it is made from.
deny contains {"resource": db.id, "path": ["backup_retention_period"], "needs": needs, "message": message} if {
	some db in input.resources.aws_db_instance
	every source in sources {
		not setting.is_set(db.attributes, source)
	}
	message := setting.below(db.attributes, "backup_retention_period", 1, 0)
	not backup.covers(db, "arn:aws:rds:*:*:db:*")
	needs := array.concat([{"resource": db.id, "path": [source]} | some source in sources], backup.doubts(db))
}

deny contains {
	"resource": db.id,
	"path": ["backup_retention_period"],
	"needs": backup.doubts(db),
	"message": message,
} if {
	some db in input.resources.aws_db_instance
	some source in ["snapshot_identifier", "restore_to_point_in_time"]
	setting.is_set(db.attributes, source)
	attribute.number(db.attributes.backup_retention_period) == 0
	not backup.covers(db, "arn:aws:rds:*:*:db:*")
	message := "`backup_retention_period` is 0"
}

# A cluster keeps them for one day unless it says otherwise.
deny contains {
	"resource": cluster.id,
	"path": ["backup_retention_period"],
	"needs": backup.doubts(cluster),
	"message": "`backup_retention_period` is 0",
} if {
	some cluster in input.resources.aws_rds_cluster
	attribute.number(cluster.attributes.backup_retention_period) == 0
	not backup.covers(cluster, "arn:aws:rds:*:*:cluster:*")
}

sources := ["replicate_source_db", "snapshot_identifier", "restore_to_point_in_time"]
