package policy.azure.iam.assign_stronger_identity_test

import data.policy.azure.iam.assign_stronger_identity

right(action, power) := {
	"action": action, "resource": "a", "path": ["role_definition_name"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["group"], "conditions": [], "tags": [],
	"targets": [{"id": "t", "power": power, "services": [], "needs": [], "doubts": []}],
}

assign := "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"

found(actions, power) := denied if {
	one := {
		"id": "i", "provider": "azure", "form": "user", "power": "ordinary",
		"permissions": {action: [right(action, power)] | some action in actions},
	}
	denied := assign_stronger_identity.deny with input.identities as [one]
}

test_with_something_to_hand_it_to if {
	every action in assign_stronger_identity.creates {
		count(found([assign, action], "administrator")) == 1
	}
	count(found(array.concat([assign], assign_stronger_identity.creates), "administrator")) == 1
}

test_alone_it_is_nothing if {
	count(found([assign], "administrator")) == 0
	count(found(assign_stronger_identity.creates, "administrator")) == 0
	count(found(array.concat([assign], assign_stronger_identity.creates), "ordinary")) == 0
}
