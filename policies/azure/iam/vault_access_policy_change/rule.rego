# METADATA
# title: Identity may let itself into a key vault
# description: |
#   A vault that goes by access policies lists who may read its secrets in itself, so whoever may change the vault
#   adds itself to the list. Key Vault Contributor is meant for managing vaults without seeing what is in them; here
#   it does not keep anybody out.
#
#   A vault that goes by roles takes that right from it.
# related_resources:
#   - https://learn.microsoft.com/azure/key-vault/general/rbac-access-policy
#   - https://learn.microsoft.com/azure/key-vault/general/rbac-guide
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `rbac_authorization_enabled = true` on the vault and give roles for its secrets, or assign Key Vault Reader
#     instead of this role.
package policy.azure.iam.vault_access_policy_change

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may change who reads the secrets of %s", [azure.title(who), concat(", ", array.slice(right.resources, 0, 3))]),
} if {
	some who in azure.identities
	who.power == "ordinary"
	some right in azure.one_a_place(identity.usable(who, actions))
}

actions := ["Microsoft.KeyVault/vaults/accessPolicies/write", "Microsoft.KeyVault/vaults/write"]
