package policy.aws.iam.reads_every_secret_test

import data.policy.aws.iam.reads_every_secret

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_each_action_is_found if {
	every action in reads_every_secret.actions {
		one := who({action: [right(action)]})
		found := reads_every_secret.deny with input.identities as [one]
		count(found) == 1
		some finding in found
		finding.at == "p"
	}
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := reads_every_secret.deny with input.identities as [one]
	count(found) == 0
}

test_policies_of_aws_count if {
	one := who({"secretsmanager:GetSecretValue": [object.union(right("secretsmanager:*"), {"path": ["policy_arn"]})]})
	found := reads_every_secret.deny with input.identities as [one]
	count(found) == 1
}
