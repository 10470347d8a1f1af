package lib.azure_role_test

import data.lib.azure_role

test_actions_have_a_path if {
	definition := {"id": "d", "attributes": {"permissions": [{"actions": ["a"]}, {"actions": ["b", "c"], "not_actions": ["d"]}]}}
	[[one.action, one.path, one.denied, one.needs[0].path] | some one in azure_role.actions(definition)] == [
		["a", ["permissions", 0, "actions", 0], [], ["permissions", 0, "not_actions"]],
		["b", ["permissions", 1, "actions", 0], ["d"], ["permissions", 1, "not_actions"]],
		["c", ["permissions", 1, "actions", 1], ["d"], ["permissions", 1, "not_actions"]],
	]
}

test_what_is_taken_away_may_be_unknown if {
	definition := {
		"id": "d",
		"attributes": {"permissions": [{"actions": ["*"]}]},
		"unknown": [["permissions", 0, "not_actions", 1], ["permissions", 0, "not_actions", "*"], ["permissions", 0, "data_actions"]],
	}
	[[need.path | some need in one.needs] | some one in azure_role.actions(definition)] == [[
		["permissions", 0, "not_actions"],
		["permissions", 0, "not_actions", 1],
		["permissions", 0, "not_actions"],
	]]
}

gives(action, denied) := count(azure_role.gives({"action": action, "denied": denied}))

test_what_gives_roles if {
	every action in ["*", "*/write", "Microsoft.Authorization/*", "microsoft.authorization/*/WRITE"] {
		gives(action, []) == 2
	}
	gives("Microsoft.Authorization/roleDefinitions/write", []) == 1
	gives("*", ["Microsoft.Authorization/*/write"]) == 0
	gives("*", ["Microsoft.Authorization/roleAssignments/*"]) == 1
	every action in ["*/read", "Microsoft.Compute/*", "Microsoft.Authorization/*/read", "a(b"] {
		gives(action, []) == 0
	}
}
