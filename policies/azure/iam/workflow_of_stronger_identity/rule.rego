# METADATA
# title: Identity may change a workflow that acts as a stronger identity
# description: |
#   Logic apps and data factories send requests with tokens of their managed identity, to wherever their definition
#   says. Whoever may write that definition acts as the identity.
#
#   Here the identity may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/logic-apps/authenticate-with-managed-identity
#   - https://learn.microsoft.com/azure/data-factory/data-factory-service-identity
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the workflow's identity the rights that it needs, or assign the role for the workflows that the identity
#     has to change.
package policy.azure.iam.workflow_of_stronger_identity

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may change a workflow that acts as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := [
	"Microsoft.Logic/workflows/write",
	"Microsoft.DataFactory/factories/pipelines/write",
]
