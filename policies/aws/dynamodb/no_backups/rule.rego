# METADATA
# title: DynamoDB table cannot be set back to an earlier state
# description: |
#   With point-in-time recovery a table can be restored as it was at any second of the last 35 days. Without it, and
#   without backups in another way, what a faulty program or an attacker overwrites or deletes is lost.
#
#   It costs money by the size of the table. A table of locks for Terraform holds nothing worth restoring.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Add `point_in_time_recovery { enabled = true }`, or take the table into an `aws_backup_selection`.
#   aliases: [CKV_AWS_28, AWS-0024, AC_AWS_0458]
package policy.aws.dynamodb.no_backups

import data.lib.backup
import data.lib.block

deny contains {
	"resource": table.id,
	"path": ["point_in_time_recovery", 0, "enabled"],
	"needs": needs,
	"message": message,
} if {
	some table in input.resources.aws_dynamodb_table
	not holds_locks(table)
	message := block.off(table.attributes, "point_in_time_recovery", "enabled")
	not backup.covers(table, "arn:aws:dynamodb:*:*:table/*")
	needs := array.concat([{"resource": table.id, "path": ["hash_key"]}], backup.doubts(table))
}

# Terraform's state backend demands this key.
holds_locks(table) if table.attributes.hash_key == "LockID"
