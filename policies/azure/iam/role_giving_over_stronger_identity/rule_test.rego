package policy.azure.iam.role_giving_over_stronger_identity_test

import data.policy.azure.iam.role_giving_over_stronger_identity

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
	denied := role_giving_over_stronger_identity.deny with input.identities as [one]
}

test_each_way_to_a_stronger_identity if {
	every action in role_giving_over_stronger_identity.actions {
		count(found([action], "administrator")) == 1
	}
}

test_one_role_is_one_finding if {
	count(found(role_giving_over_stronger_identity.actions, "administrator")) == 1
}

test_identities_with_no_more_rights if {
	count(found(role_giving_over_stronger_identity.actions, "ordinary")) == 0
}

test_custom_roles_are_reported_where_they_are_defined if {
	held := object.union(right(role_giving_over_stronger_identity.actions[0], "administrator"), {"path": ["permissions", 0, "actions", 0]})
	one := {"id": "i", "provider": "azure", "form": "user", "power": "ordinary", "permissions": {role_giving_over_stronger_identity.actions[0]: [held]}}
	denied := role_giving_over_stronger_identity.deny with input.identities as [one]
	count(denied) == 0
}
