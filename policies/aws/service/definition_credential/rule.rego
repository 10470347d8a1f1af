# METADATA
# title: Definition that an AWS service keeps holds a credential
# description: |
#   State machines, Systems Manager documents and associations, and API definitions are kept as plain text.
#   Everyone who may describe them reads what is written in them, and runs of them write it into logs and
#   histories.
# related_resources:
#   - https://docs.aws.amazon.com/step-functions/latest/dg/security-best-practices.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/documents.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Let the step fetch the credential from Secrets Manager, or connect with an EventBridge connection, and
#     keep only its name in the definition.
package policy.aws.service.definition_credential

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
	flow.sink == "definition"
	startswith(flow.kind, "aws_")
	not startswith(flow.kind, "aws_cloudformation_")
	not flow.kind in {"aws_serverlessapplicationrepository_cloudformation_stack", "aws_servicecatalog_provisioned_product"}
	message := sprintf("The definition holds %s; all who may describe it can read it", [credential.listed(flow)])
}
