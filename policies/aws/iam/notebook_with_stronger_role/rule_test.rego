package policy.aws.iam.notebook_with_stronger_role_test

import data.policy.aws.iam.notebook_with_stronger_role

right(action, power) := {
	"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(actions, power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action, power)] | some action in actions},
}

needed(way) := array.concat([way[0]], [step[0] | some step in way[1]])

test_what_runs_as_an_administrator if {
	every way in notebook_with_stronger_role.ways {
		one := who(needed(way), "administrator")
		found := notebook_with_stronger_role.deny with input.identities as [one]
		count(found) >= 1
	}
}

test_a_step_that_is_missing if {
	found := notebook_with_stronger_role.deny with input.identities as [who(["sagemaker:UpdateNotebookInstance"], "administrator")]
	count(found) == 0
}

test_what_runs_as_anything_else if {
	every way in notebook_with_stronger_role.ways {
		found := notebook_with_stronger_role.deny with input.identities as [who(needed(way), "ordinary")]
		count(found) == 0
	}
}
