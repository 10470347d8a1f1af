package policy.azure.iam.code_of_stronger_app_test

import data.policy.azure.iam.code_of_stronger_app

right(action, power) := {
	"action": action, "resource": "a", "path": ["role_definition_name"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["group"], "conditions": [], "tags": [],
	"targets": [{"id": "t", "power": power, "services": [], "needs": [], "doubts": []}],
}

found(actions, power) := denied if {
	one := {
		"id": "i", "provider": "azure", "form": "user", "power": "ordinary",
		"permissions": {action: [right(action, power)] | some action in actions},
	}
	denied := code_of_stronger_app.deny with input.identities as [one]
}

test_each_way_to_a_stronger_identity if {
	every action in code_of_stronger_app.actions {
		count(found([action], "administrator")) == 1
	}
}

test_one_role_is_one_finding if {
	count(found(code_of_stronger_app.actions, "administrator")) == 1
}

test_identities_with_no_more_rights if {
	count(found(code_of_stronger_app.actions, "ordinary")) == 0
}
