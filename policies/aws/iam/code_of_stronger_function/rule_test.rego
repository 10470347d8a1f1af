package policy.aws.iam.code_of_stronger_function_test

import data.policy.aws.iam.code_of_stronger_function

right(action, power) := {
	"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(actions, power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action, power)] | some action in actions},
}

companions := [step[0] | some step in code_of_stronger_function.ways[0]]

test_what_runs_as_an_administrator if {
	every action in code_of_stronger_function.actions {
		one := who(array.concat([action], companions), "administrator")
		found := code_of_stronger_function.deny with input.identities as [one]
		count(found) >= 1
	}
}

test_what_runs_as_anything_else if {
	one := who(array.concat(code_of_stronger_function.actions, companions), "ordinary")
	found := code_of_stronger_function.deny with input.identities as [one]
	count(found) == 0
}
