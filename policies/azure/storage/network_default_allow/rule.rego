# METADATA
# title: Storage account admits every network by default
# description: |
#   A storage account has a small firewall of its own. Its default action decides about every network that no rule
#   names, and unless it says otherwise it lets them all in.
#
#   Requests still need a key, a signature or a role. But such secrets leak, and with the door open a leaked one works
#   from any place in the world; with `Deny` it is of no use outside the networks that are listed.
# related_resources:
#   - https://learn.microsoft.com/azure/storage/common/storage-network-security
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `default_action` to `Deny` in a `network_rules` block or in an `azurerm_storage_account_network_rules`
#     resource and list the subnets and addresses that need access, or set `public_network_access_enabled` to `false`
#     and use private endpoints.
#   aliases: [CKV_AZURE_35, AZU-0012, AC_AZURE_0370, AC_AZURE_0309]
#   compliance: {cis-azure-1.5: ["3.8"]}
package policy.azure.storage.network_default_allow

import data.lib.attribute
import data.lib.graph

deny contains {
	"resource": account.id,
	"path": ["network_rules", i, "default_action"],
	"needs": rests_on(account),
	"message": "`default_action` is `Allow`",
} if {
	some account in input.resources.azurerm_storage_account
	not is_exempt(account)
	some i, rules in account.attributes.network_rules
	rules.default_action == "Allow"
}

deny contains {
	"resource": account.id,
	"path": ["network_rules", 0, "default_action"],
	"needs": array.concat(rests_on(account), unplaced_rules(account.root)),
	"message": "No network rules are set, so every network is admitted",
} if {
	some account in input.resources.azurerm_storage_account
	not is_exempt(account)
	count(object.get(account.attributes, "network_rules", [])) == 0
	not has_rules(account)
}

deny contains {
	"resource": rules.id,
	"path": ["default_action"],
	"needs": [need | some account in accounts(rules); some need in rests_on(account)],
	"message": "`default_action` is `Allow`",
} if {
	some rules in input.resources.azurerm_storage_account_network_rules
	rules.attributes.default_action == "Allow"
	every account in accounts(rules) {
		not is_exempt(account)
	}
}

is_exempt(account) if attribute.is_false(account.attributes.public_network_access_enabled)

# A website is there for everybody, and goes through the same firewall.
is_exempt(account) if count(account.attributes.static_website) > 0

is_exempt(account) if count(graph.referrers_via(account, websites, "storage_account_id")) > 0

websites := "azurerm_storage_account_static_website"

rests_on(account) := array.concat(
	[{"resource": account.id, "path": [name]} | some name in ["public_network_access_enabled", "static_website"]],
	graph.unresolved(account, websites, "storage_account_id"),
)

# Up to version 2 of the provider rules named their account by `storage_account_name`.
has_rules(account) if {
	some name in {"storage_account_id", "storage_account_name"}
	count(graph.referrers_via(account, "azurerm_storage_account_network_rules", name)) > 0
}

accounts(rules) := array.concat(
	graph.targets_via(rules, "azurerm_storage_account", "storage_account_id"),
	graph.targets_via(rules, "azurerm_storage_account", "storage_account_name"),
)

# Rules of which it is unknown whose they are: they may be any account's.
unplaced_rules(root) := [{"resource": id, "path": ["storage_account_id"]} | some id in unplaced[root]]

unplaced := {root: ids |
	some root in {rules.root | some rules in all_unplaced}
	ids := [rules.id | some rules in all_unplaced; rules.root == root]
}

all_unplaced := [rules |
	some rules in input.resources.azurerm_storage_account_network_rules
	attribute.is_unknown(rules, "storage_account_id")
	count(accounts(rules)) == 0
]
