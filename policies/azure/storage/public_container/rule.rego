# METADATA
# title: Everyone may read what a storage container holds
# description: |
#   The files of a storage account lie in containers. This one lets anyone on the internet fetch its files without
#   signing in; with `container` it also lists them for everyone.
#
#   Addresses of storage accounts are guessed and searched all the time. What can be read will be copied.
# related_resources:
#   - https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure
#   - https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `container_access_type` to `private` or remove it, and `allow_nested_items_to_be_public` of the storage account
#     to `false`. Serve public files through Front Door, or give out shared access signatures.
#   aliases: [CKV_AZURE_34, AZU-0007, AC_AZURE_0366]
#   compliance: {cis-azure-1.5: ["3.7"]}
package policy.azure.storage.public_container

import data.lib.exposure
import data.lib.graph

deny contains {
	"resource": reached.id,
	"path": ["container_access_type"],
	"by_reference": true,
	"needs": array.concat(reached.unknown, elsewhere(container)),
	"evidence": reached.stations,
	"message": message,
} if {
	some reached in exposure.of_kind("azurerm_storage_container")
	container := input.resources.azurerm_storage_container[reached.index]
	not is_shut(container)
	message := reads(object.get(container.attributes, "container_access_type", "not known"))
}

# Rules of the account's network that are a resource of their own.
is_shut(container) if {
	some rules in network_rules(container)
	lower(rules.attributes.default_action) == "deny"
}

network_rules(container) := [rules |
	some account in graph.targets(container, "azurerm_storage_account")
	some rules in graph.referrers(account, "azurerm_storage_account_network_rules")
]

elsewhere(container) := array.concat(
	[{"resource": rules.id, "path": ["default_action"]} | some rules in network_rules(container)],
	[need |
		some account in graph.targets(container, "azurerm_storage_account")
		some name in ["storage_account_id", "storage_account_name"]
		some need in graph.unresolved(account, "azurerm_storage_account_network_rules", name)
	],
)

reads(access) := "`container_access_type` is `container`: everyone may list and read the files" if access == "container"

reads(access) := sprintf("`container_access_type` is `%s`: everyone may read the files", [access]) if access != "container"
