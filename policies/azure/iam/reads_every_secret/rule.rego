# METADATA
# title: Program may read the secrets of every key vault in the subscription
# description: |
#   A role on data that is assigned for a subscription or management group holds for every vault there, those to come
#   included. A program needs the secrets of its own vault.
#
#   Whoever finds a way into the program reads the passwords and keys of all others.
# related_resources:
#   - https://learn.microsoft.com/azure/key-vault/general/rbac-guide
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Assign the role for the vault, or the single secret, that the program reads.
package policy.azure.iam.reads_every_secret

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may read the secrets of every key vault (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.programs
	some right in azure.one_a_place(identity.anywhere(who, ["Microsoft.KeyVault/vaults/secrets/getSecret/action"]))
}
