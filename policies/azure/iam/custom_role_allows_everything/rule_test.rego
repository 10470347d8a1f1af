package policy.azure.iam.custom_role_allows_everything_test

import data.policy.azure.iam.custom_role_allows_everything

definition(actions, denied) := {"id": "d", "attributes": {"permissions": [{"actions": actions, "not_actions": denied}]}}

count_of(actions, denied) := count(found) if {
	found := custom_role_allows_everything.deny with input.resources.azurerm_role_definition as [definition(actions, denied)]
}

test_everything if {
	count_of(["*"], []) == 1
	count_of(["*/read", "*"], ["Microsoft.Compute/*"]) == 1
}

test_less if {
	count_of(["*"], ["Microsoft.Authorization/*/write"]) == 0
	count_of(["*/read", "Microsoft.Compute/*"], []) == 0
}
