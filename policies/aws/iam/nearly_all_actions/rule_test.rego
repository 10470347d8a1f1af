package policy.aws.iam.nearly_all_actions_test

import data.policy.aws.iam.nearly_all_actions

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

found(power, fields) := denied if {
	one := {
	"id": "u", "provider": "aws", "form": "user", "power": power,
	"permissions": {
		"ec2:RunInstances": [right("ec2:RunInstances", fields)],
		"ec2:CreateFleet": [right("ec2:RunInstances", fields)],
	},
}
	denied := nearly_all_actions.deny with input.identities as [one]
}

test_one_finding_a_statement if count(found("ordinary", {"sweeping": true})) == 1

test_others if {
	count(found("administrator", {"sweeping": true})) == 0
	count(found("ordinary", {})) == 0
	count(found("ordinary", {"sweeping": true, "anywhere": false})) == 0
	count(found("ordinary", {"sweeping": true, "narrowed": true})) == 0
}
