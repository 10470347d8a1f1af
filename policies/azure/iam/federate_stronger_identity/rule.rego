# METADATA
# title: Identity may let others sign in as a stronger identity
# description: |
#   A federated credential says whose tokens are good for signing in as a managed identity. Whoever may write one adds
#   a token issuer of his own, and from then on acts as the identity from anywhere.
#
#   Here an identity in the scope of the role may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/entra/workload-id/workload-identity-federation
#   - https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/identity
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Assign the role for the identities that have to be kept, and give stronger ones a resource group of their own.
package policy.azure.iam.federate_stronger_identity

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may let others sign in as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"]
