package policy.aws.iam.escalation_attach_policy_test

import data.policy.aws.iam.escalation_attach_policy

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_each_action_is_found if {
	every action in escalation_attach_policy.actions {
		one := who({action: [right(action)]})
		found := escalation_attach_policy.deny with input.identities as [one]
		count(found) == 1
		some finding in found
		finding.at == "p"
	}
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := escalation_attach_policy.deny with input.identities as [one]
	count(found) == 0
}
