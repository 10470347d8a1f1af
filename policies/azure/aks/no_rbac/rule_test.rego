package policy.azure.aks.no_rbac_test

import data.policy.azure.aks.no_rbac as rule

paths(attributes) := {violation.path | some violation in violations} if {
	violations := rule.deny with input.resources.azurerm_kubernetes_cluster as [{"id": "c", "attributes": attributes}]
}

test_denies if {
	paths({"role_based_access_control_enabled": false}) == {["role_based_access_control_enabled"]}
	paths({"role_based_access_control": [{"enabled": false}]}) == {["role_based_access_control", 0, "enabled"]}
}

test_allows if {
	paths({}) == set()
	paths({"role_based_access_control_enabled": true}) == set()
	paths({"role_based_access_control": [{"enabled": true}]}) == set()
}
