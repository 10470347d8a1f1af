package policy.azure.iam.custom_role_wildcard_test

import data.policy.azure.iam.custom_role_wildcard

definition(actions, denied) := {"id": "d", "attributes": {"permissions": [{"actions": actions, "not_actions": denied}]}}

count_of(actions, denied) := count(found) if {
	found := custom_role_wildcard.deny with input.resources.azurerm_role_definition as [definition(actions, denied)]
}

test_patterns if {
	every action in ["Microsoft.Compute/*", "Microsoft.Compute/virtualMachines/*/action"] {
		count_of([action], []) == 1
	}
	count_of(["*"], ["Microsoft.Authorization/*"]) == 1
}

test_others if {
	every action in ["*/read", "Microsoft.Compute/*/Read", "Microsoft.Compute/virtualMachines/write", "*", "Microsoft.Authorization/*"] {
		count_of([action], []) == 0
	}
}
