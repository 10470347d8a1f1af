# METADATA
# title: Storage account accepts unencrypted connections
# description: |
#   A storage account holds files, queues and tables that programs reach over the network. This one also takes plain
#   HTTP and unencrypted SMB, although it would refuse both by default.
#
#   Whoever sits on the way, in a café's network or at a provider, can read and change what is transferred. Access
#   signatures travel in the address of such requests, and with one of those the data can be fetched later too.
# related_resources:
#   - https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `https_traffic_only_enabled` to `true` (`enable_https_traffic_only` up to version 3 of the provider), or
#     remove the argument: `true` is its default.
#   aliases: [CKV_AZURE_3, AZU-0008, AZU-0059, AC_AZURE_0373]
#   compliance: {cis-azure-1.5: ["3.1"]}
package policy.azure.storage.insecure_transfer

import data.lib.attribute
import data.lib.graph

deny contains {
	"resource": account.id,
	"path": [name],
	"needs": array.concat([{"resource": account.id, "path": ["nfsv3_enabled"]}], protocols(account)),
	"message": sprintf("`%s` is `false`", [name]),
} if {
	some account in input.resources.azurerm_storage_account
	some name in {"https_traffic_only_enabled", "enable_https_traffic_only"}
	attribute.is_false(account.attributes[name])
	not serves_nfs(account)
}

# NFS works only with the switch off; it has networks as its protection instead.
serves_nfs(account) if attribute.is_true(account.attributes.nfsv3_enabled)

serves_nfs(account) if {
	some share in shares(account)
	share.attributes.enabled_protocol == "NFS"
}

protocols(account) := [{"resource": share.id, "path": ["enabled_protocol"]} | some share in shares(account)]

shares(account) := array.concat(
	graph.referrers_via(account, "azurerm_storage_share", "storage_account_id"),
	graph.referrers_via(account, "azurerm_storage_share", "storage_account_name"),
)
