# METADATA
# title: Blob or table entity of Azure holds a credential
# description: |
#   A blob or an entity is data: every key and every shared access signature of the storage account reads it,
#   and so does everyone with a data role on it. Snapshots and old versions keep it.
# related_resources:
#   - https://learn.microsoft.com/azure/storage/blobs/security-recommendations
#   - https://learn.microsoft.com/azure/key-vault/secrets/about-secrets
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Store the credential in Key Vault and let whoever needs it read it there. Delete all versions of the
#     blob and replace the credential.
package policy.azure.storage.object_credential

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
	flow.sink in {"object", "item"}
	startswith(flow.kind, "azurerm_")
	message := sprintf("The stored data holds %s; all who may read the storage account can read it", [credential.listed(flow)])
}
