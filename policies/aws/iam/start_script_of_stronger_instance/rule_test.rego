package policy.aws.iam.start_script_of_stronger_instance_test

import data.policy.aws.iam.start_script_of_stronger_instance

right(action, power) := {
	"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(actions, power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action, power)] | some action in actions},
}

companions := [step[0] | some step in start_script_of_stronger_instance.ways[0]]

test_what_runs_as_an_administrator if {
	every action in start_script_of_stronger_instance.actions {
		one := who(array.concat([action], companions), "administrator")
		found := start_script_of_stronger_instance.deny with input.identities as [one]
		count(found) >= 1
	}
}

test_what_runs_as_anything_else if {
	one := who(array.concat(start_script_of_stronger_instance.actions, companions), "ordinary")
	found := start_script_of_stronger_instance.deny with input.identities as [one]
	count(found) == 0
}
