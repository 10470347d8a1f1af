package policy.azure.storage.public_container_test

import data.policy.azure.storage.public_container as rule

messages(attributes, standing) := {violation.message | some violation in violations} if {
	reached := {
		"id": "c",
		"kind": "azurerm_storage_container",
		"index": 0,
		"standing": standing,
		"stations": [],
		"openings": [],
		"unknown": [],
	}
	violations := rule.deny with input as {
		"exposures": [reached],
		"resources": {"azurerm_storage_container": [{"id": "c", "attributes": attributes}]},
	}
}

test_denies if {
	messages({"container_access_type": "container"}, "open") == {"`container_access_type` is `container`: everyone may list and read the files"}
	messages({"container_access_type": "blob"}, "open") == {"`container_access_type` is `blob`: everyone may read the files"}
	count(messages({}, "unknown")) == 1
}

test_allows if {
	messages({"container_access_type": "blob"}, "blocked") == set()
}

shut_by(action) := count(violations) if {
	account := {"id": "a", "root": ".", "referred_by": [{"kind": "azurerm_storage_account_network_rules", "index": 0, "via": ["storage_account_id"]}]}
	container := {
		"id": "c",
		"attributes": {"container_access_type": "blob"},
		"references": [{"kind": "azurerm_storage_account", "index": 0, "via": ["storage_account_id"]}],
	}
	violations := rule.deny with input as {
		"exposures": [{"id": "c", "kind": "azurerm_storage_container", "index": 0, "standing": "open", "stations": [], "unknown": []}],
		"resources": {
			"azurerm_storage_account": [account],
			"azurerm_storage_account_network_rules": [{"id": "r", "root": ".", "attributes": action, "unknown": []}],
			"azurerm_storage_container": [container],
		},
	}
}

test_rules_apart if {
	shut_by({"default_action": "Deny"}) == 0
	shut_by({"default_action": "Allow"}) == 1
	shut_by({}) == 1
}
