# METADATA
# title: DynamoDB table is not protected against deletion
# description: |
#   With deletion protection on, a table cannot be deleted until the protection is switched off, so one mistaken
#   command or plan does not take the data with it.
#
#   What was in a deleted table comes back from a backup only, where there is one.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-6
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `deletion_protection_enabled` to `true`.
package policy.aws.dynamodb.deletion_protection

import data.lib.setting

deny contains {"resource": table.id, "path": ["deletion_protection_enabled"], "message": message} if {
	some table in input.resources.aws_dynamodb_table
	message := setting.off(table.attributes, "deletion_protection_enabled")
}
