package policy.aws.iam.escalation_mfa_removal_test

import data.policy.aws.iam.escalation_mfa_removal

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_the_right_is_found if {
	one := who({"iam:DeactivateMFADevice": [right("iam:DeactivateMFADevice")]})
	found := escalation_mfa_removal.deny with input.identities as [one]
	count(found) == 1
	some finding in found
	finding.at == "p"
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := escalation_mfa_removal.deny with input.identities as [one]
	count(found) == 0
}
