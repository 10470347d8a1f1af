package policy.aws.iam.state_machine_with_stronger_role_test

import data.policy.aws.iam.state_machine_with_stronger_role

right(action, power) := {
	"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(actions, power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action, power)] | some action in actions},
}

companions := [step[0] | some step in state_machine_with_stronger_role.ways[0]]

test_what_runs_as_an_administrator if {
	every action in state_machine_with_stronger_role.actions {
		one := who(array.concat([action], companions), "administrator")
		found := state_machine_with_stronger_role.deny with input.identities as [one]
		count(found) >= 1
	}
}

test_what_runs_as_anything_else if {
	one := who(array.concat(state_machine_with_stronger_role.actions, companions), "ordinary")
	found := state_machine_with_stronger_role.deny with input.identities as [one]
	count(found) == 0
}

test_one_that_cannot_be_started if {
	one := who(state_machine_with_stronger_role.actions, "administrator")
	found := state_machine_with_stronger_role.deny with input.identities as [one]
	count(found) == 0
}
