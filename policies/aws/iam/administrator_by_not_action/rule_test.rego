package policy.aws.iam.administrator_by_not_action_test

import data.policy.aws.iam.administrator_by_not_action

found(action) := denied if {
	right := {"action": action, "resource": "p", "path": ["policy", "Statement", 0, action], "evidence": [], "needs": []}
	who := {"id": "r", "form": "role", "provider": "aws", "administrator": [right]}
	denied := administrator_by_not_action.deny with input.identities as [who]
}

test_what_not_action_leaves if {
	some finding in found("NotAction")
	finding.at == "p"
	finding.message == "The role may do everything but what is named here, and can give itself that"
}

test_other_rules_tell_of_a_wildcard if {
	count(found("*")) == 0
}

test_rights_that_may_be_named if {
	needs := [{"resource": "p", "path": ["policy", "Statement", 0, "NotAction", 0]}]
	right := {
		"action": "iam:PutRolePolicy", "resource": "p", "path": ["policy", "Statement", 0, "NotAction"],
		"evidence": [], "needs": needs, "sweeping": true,
	}
	who := {
		"id": "r", "form": "role", "administrator": [], "escalates_by": ["iam:PutRolePolicy"],
		"permissions": {"iam:PutRolePolicy": [right]},
	}
	denied := administrator_by_not_action.deny with input.identities as [who]
	[finding.needs | some finding in denied] == [needs]
}
