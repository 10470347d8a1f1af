# METADATA
# title: Identity may read the keys of the storage account that holds the code of a stronger function
# description: |
#   A function app keeps its code and its host keys in a storage account. With the keys of that account one replaces
#   the code, and what then runs gets tokens of the app's managed identity.
#
#   Here that identity may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/azure-functions/storage-considerations
#   - https://learn.microsoft.com/azure/storage/common/authorize-data-access
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Assign a role on data, such as Storage Blob Data Reader, for the containers that are needed, keep functions in a
#     storage account of their own, and give the function's identity the rights that its code needs.
package policy.azure.iam.storage_of_stronger_function

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may read the keys of the storage account that a function with a stronger identity runs from (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := [
	"Microsoft.Storage/storageAccounts/listKeys/action",
	"Microsoft.Storage/storageAccounts/listAccountSas/action",
]
