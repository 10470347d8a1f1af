package policy.azure.container.registry_administrator_test

import data.policy.azure.container.registry_administrator as rule

found(attributes) := violations if {
	violations := rule.deny with input.resources.azurerm_container_registry as [{"id": "r", "attributes": attributes}]
}

test_denies_the_account if {
	{violation.path | some violation in found({"admin_enabled": true})} == {["admin_enabled"]}
}

test_allows_none if {
	found({}) == set()
	found({"admin_enabled": false}) == set()
}
