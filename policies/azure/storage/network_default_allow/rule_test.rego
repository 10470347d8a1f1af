package policy.azure.storage.network_default_allow_test

import data.policy.azure.storage.network_default_allow

account(attributes, referred_by) := {
	"id": "account",
	"root": ".",
	"attributes": attributes,
	"referred_by": referred_by,
}

rules(attributes, references) := {
	"id": "rules",
	"root": ".",
	"attributes": attributes,
	"unknown": [["storage_account_id"]],
	"references": references,
}

findings(accounts, rule_sets) := found if {
	found := network_default_allow.deny with input.resources as {
		"azurerm_storage_account": accounts,
		"azurerm_storage_account_network_rules": rule_sets,
	}
}

alone(attributes) := findings([account(attributes, [])], [])

joined(attributes, action) := findings(
	[account(attributes, [{"kind": "azurerm_storage_account_network_rules", "index": 0, "via": ["storage_account_id"]}])],
	[rules({"default_action": action}, [{"kind": "azurerm_storage_account", "index": 0, "via": ["storage_account_id"]}])],
)

rests_on := [
	{"resource": "account", "path": ["public_network_access_enabled"]},
	{"resource": "account", "path": ["static_website"]},
]

test_allowed_in_the_account if {
	alone({"network_rules": [{"default_action": "Allow"}]}) == {{
		"resource": "account",
		"path": ["network_rules", 0, "default_action"],
		"needs": rests_on,
		"message": "`default_action` is `Allow`",
	}}
}

test_nothing_set if {
	alone({}) == {{
		"resource": "account",
		"path": ["network_rules", 0, "default_action"],
		"needs": rests_on,
		"message": "No network rules are set, so every network is admitted",
	}}
}

test_closed_accounts if {
	alone({"network_rules": [{"default_action": "Deny"}]}) == set()
	alone({"public_network_access_enabled": false}) == set()
	alone({"public_network_access_enabled": false, "network_rules": [{"default_action": "Allow"}]}) == set()
}

test_rules_of_their_own if {
	joined({}, "Deny") == set()
	joined({"public_network_access_enabled": false}, "Allow") == set()
	joined({}, "Allow") == {{
		"resource": "rules",
		"path": ["default_action"],
		"needs": rests_on,
		"message": "`default_action` is `Allow`",
	}}
	findings([], [rules({"default_action": "Allow"}, [])]) == {{
		"resource": "rules",
		"path": ["default_action"],
		"needs": [],
		"message": "`default_action` is `Allow`",
	}}
}

test_rules_of_an_unknown_account_may_be_this_ones if {
	some finding in findings([account({}, [])], [rules({"default_action": "Deny"}, [])])
	finding.needs == array.concat(rests_on, [{"resource": "rules", "path": ["storage_account_id"]}])
}

test_websites_are_for_everybody if {
	alone({"static_website": [{"index_document": "index.html"}]}) == set()
	refers := {"kind": "azurerm_storage_account_static_website", "index": 0, "via": ["storage_account_id"]}
	found := network_default_allow.deny with input.resources as {
		"azurerm_storage_account": [account({}, [refers])],
		"azurerm_storage_account_static_website": [{"id": "website", "root": ".", "unknown": [], "attributes": {}}],
	}
	found == set()
}
