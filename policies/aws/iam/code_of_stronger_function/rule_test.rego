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

actions := ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"]

companions := [step[0] | some step in code_of_stronger_function.ways[0]]

test_what_runs_as_an_administrator if {
	every action in actions {
		one := who(array.concat([action], companions), "administrator")
		found := code_of_stronger_function.deny with input.identities as [one]
		count(found) >= 1
	}
}

test_what_runs_as_anything_else if {
	one := who(array.concat(actions, companions), "ordinary")
	found := code_of_stronger_function.deny with input.identities as [one]
	count(found) == 0
}

test_of_both_the_code_is_named if {
	one := who(actions, "administrator")
	found := code_of_stronger_function.deny with input.identities as [one]
	{finding.at | some finding in found} == {"lambda:UpdateFunctionCode"}
}
