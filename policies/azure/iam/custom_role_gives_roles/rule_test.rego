package policy.azure.iam.custom_role_gives_roles_test

import data.policy.azure.iam.custom_role_gives_roles

definition(actions, denied) := {"id": "d", "attributes": {"permissions": [{"actions": actions, "not_actions": denied}]}}

found(actions, denied) := denials if {
	denials := custom_role_gives_roles.deny with input.resources.azurerm_role_definition as [definition(actions, denied)]
}

test_by_name_or_pattern if {
	some finding in found(["Microsoft.Authorization/*"], ["Microsoft.Authorization/roleDefinitions/*"])
	finding.message == "The role's `Microsoft.Authorization/*` allows Microsoft.Authorization/roleAssignments/write"
	every action in ["*/write", "Microsoft.Authorization/roleDefinitions/write", "Microsoft.Authorization/*/Write"] {
		count(found([action], [])) == 1
	}
}

test_others if {
	every action in ["*", "*/read", "Microsoft.Authorization/*/read", "Microsoft.Authorization/roleAssignments/delete"] {
		count(found([action], [])) == 0
	}
	count(found(["*/write"], ["Microsoft.Authorization/*"])) == 0
}
