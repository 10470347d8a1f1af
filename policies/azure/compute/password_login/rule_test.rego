package policy.azure.compute.password_login_test

import data.policy.azure.compute.password_login as rule

paths(kind, attributes) := {violation.path | some violation in found} if {
	found := rule.deny with input.resources as {kind: [{"id": "x", "attributes": attributes}]}
}

test_denies_passwords if {
	every kind in ["azurerm_linux_virtual_machine", "azurerm_linux_virtual_machine_scale_set"] {
		paths(kind, {"disable_password_authentication": false}) == {["disable_password_authentication"]}
	}
	every kind in ["azurerm_virtual_machine", "azurerm_virtual_machine_scale_set"] {
		paths(kind, {"os_profile_linux_config": [{"disable_password_authentication": false}]}) == {["os_profile_linux_config", 0, "disable_password_authentication"]}
	}
}

test_allows_keys if {
	paths("azurerm_linux_virtual_machine", {}) == set()
	paths("azurerm_linux_virtual_machine", {"disable_password_authentication": true}) == set()
	paths("azurerm_virtual_machine", {"os_profile_linux_config": [{}]}) == set()
}
