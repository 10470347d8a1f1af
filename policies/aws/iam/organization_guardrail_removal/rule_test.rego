package policy.aws.iam.organization_guardrail_removal_test

import data.policy.aws.iam.organization_guardrail_removal

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_each_action_is_found if {
	every action in organization_guardrail_removal.actions {
		one := who({action: [right(action)]})
		found := organization_guardrail_removal.deny with input.identities as [one]
		count(found) == 1
		some finding in found
		finding.at == "p"
	}
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := organization_guardrail_removal.deny with input.identities as [one]
	count(found) == 0
}
