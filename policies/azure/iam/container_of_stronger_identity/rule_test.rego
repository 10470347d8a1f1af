package policy.azure.iam.container_of_stronger_identity_test

import data.policy.azure.iam.container_of_stronger_identity

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
	denied := container_of_stronger_identity.deny with input.identities as [one]
}

test_each_way_to_a_stronger_identity if {
	every action in container_of_stronger_identity.actions {
		count(found([action], "administrator")) == 1
	}
}

test_one_role_is_one_finding if {
	count(found(container_of_stronger_identity.actions, "administrator")) == 1
}

test_identities_with_no_more_rights if {
	count(found(container_of_stronger_identity.actions, "ordinary")) == 0
}
