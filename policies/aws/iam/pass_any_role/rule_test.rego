package policy.aws.iam.pass_any_role_test

import data.lib.passing
import data.policy.aws.iam.pass_any_role

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

messages(actions, fields) := {finding.message | some finding in found} if {
	one := {
		"id": "u", "form": "user", "power": "ordinary",
		"permissions": object.union(
			{action: [right(action, {"sweeping": false})] | some action in actions},
			{"iam:PassRole": [right("iam:PassRole", fields)]},
		),
	}
	found := pass_any_role.deny with input.identities as [one]
}

test_what_may_be_run_is_listed if {
	messages(["ecs:RegisterTaskDefinition", "ecs:RunTask", "ec2:RunInstances"], {}) == {"The user may pass every role (iam:PassRole on everything), and so decide which one these run as: ECS tasks, new instances"}
}

test_half_a_way_is_none if {
	messages(["ecs:RunTask"], {}) == set()
}

test_some_roles_or_services_are_left_to_others if {
	messages(["ec2:RunInstances"], {"services": ["ec2.amazonaws.com"]}) == set()
	messages(["ec2:RunInstances"], {"anywhere": false}) == set()
}

test_all_ways_have_a_name if object.keys(passing.ways) == object.keys(pass_any_role.names)
