# METADATA
# title: DynamoDB table is not encrypted with a key of one's own
# description: |
#   DynamoDB encrypts all tables, with a key that AWS owns unless told otherwise. A key of one's own has a policy
#   that says who may use it, a record of each use, and can be withdrawn. A key that AWS keeps for a service lets
#   everyone use it who may use the service. It is a choice that costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add the block `server_side_encryption` with `enabled = true` and, on a line of its own, `kms_key_arn`, the ARN of a
#     key of your own.
#   aliases: [CKV_AWS_119, AWS-0025, AC_AWS_0457]
package policy.aws.dynamodb.without_own_key

import data.lib.attribute
import data.lib.block
import data.lib.kms
import data.lib.setting

deny contains {"resource": table.id, "path": ["server_side_encryption", 0, "enabled"], "message": message} if {
	some table in input.resources.aws_dynamodb_table
	message := block.off(table.attributes, "server_side_encryption", "enabled")
}

deny contains {
	"resource": table.id,
	"path": ["server_side_encryption", 0, "kms_key_arn"],
	"needs": needs,
	"message": message,
} if {
	some table in input.resources.aws_dynamodb_table
	encryption := setting.block(table.attributes, "server_side_encryption")
	attribute.is_true(encryption.enabled)
	message := kms.not_own(encryption, "kms_key_arn")
	needs := [{"resource": table.id, "path": ["server_side_encryption", 0, "enabled"]}]
}
