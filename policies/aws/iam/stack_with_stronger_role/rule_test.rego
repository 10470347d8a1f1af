package policy.aws.iam.stack_with_stronger_role_test

import data.policy.aws.iam.stack_with_stronger_role

right(action, power) := {
	"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": false,
	"itself": false, "sweeping": false, "narrowed": false, "resources": ["*"], "conditions": [], "tags": [],
	"targets": [{"id": "r", "power": power, "services": [], "needs": [], "doubts": []}],
}

who(actions, power) := {
	"id": "u", "form": "user", "power": "ordinary",
	"permissions": {action: [right(action, power)] | some action in actions},
}

companions(way) := [step[0] | some step in way]

test_what_runs_as_an_administrator if {
	every action, way in stack_with_stronger_role.ways {
		one := who(array.concat([action], companions(way)), "administrator")
		found := stack_with_stronger_role.deny with input.identities as [one]
		count(found) == 1
	}
}

test_what_runs_as_anything_else if {
	every action, way in stack_with_stronger_role.ways {
		one := who(array.concat([action], companions(way)), "ordinary")
		found := stack_with_stronger_role.deny with input.identities as [one]
		count(found) == 0
	}
}

test_a_change_set_that_is_not_carried_out if {
	one := who(["cloudformation:CreateChangeSet"], "administrator")
	found := stack_with_stronger_role.deny with input.identities as [one]
	count(found) == 0
}
