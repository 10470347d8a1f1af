# METADATA
# title: Item of a DynamoDB table holds a credential
# description: |
#   Rows of a table are data: everyone who may read the table gets them, exports and backups copy them, and
#   streams hand them on. Nothing there marks a value as secret, rotates it or says who has read it.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/data-protection.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Store the name or the ARN of a secret in the table, keep the credential itself in Secrets Manager, and
#     replace the one that was stored.
package policy.aws.dynamodb.item_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "item"
	startswith(flow.kind, "aws_")
	message := sprintf("The item holds %s; all who may read the table can read it", [credential.listed(flow)])
}
