package policy.aws.iam.shell_in_stronger_task_test

import data.policy.aws.iam.shell_in_stronger_task

right(action, power) := {
	"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(actions, power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action, power)] | some action in actions},
}

companions := [step[0] | some step in shell_in_stronger_task.ways[0]]

test_what_runs_as_an_administrator if {
	every action in shell_in_stronger_task.actions {
		one := who(array.concat([action], companions), "administrator")
		found := shell_in_stronger_task.deny with input.identities as [one]
		count(found) >= 1
	}
}

test_what_runs_as_anything_else if {
	one := who(array.concat(shell_in_stronger_task.actions, companions), "ordinary")
	found := shell_in_stronger_task.deny with input.identities as [one]
	count(found) == 0
}
