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

messages(form, rights) := {finding.message | some finding in found} if {
	one := object.union(who({action: [right(action)] | some action in rights}), {"form": form})
	found := escalation_attach_policy.deny with input.identities as [one]
}

test_the_action_that_fits_is_named if {
	every row in [
		["role", "The role may attach policies to itself (iam:AttachRolePolicy on everything)"],
		["group", "The group may attach policies to itself (iam:AttachGroupPolicy on everything)"],
		["permission-set", "The permission set may attach policies to itself (iam:AttachRolePolicy on everything)"],
	] {
		messages(row[0], escalation_attach_policy.actions) == {row[1]}
	}
	messages("role", ["iam:AttachUserPolicy"]) == {"The role may attach policies to others (iam:AttachUserPolicy on everything)"}
	count(messages("policy", escalation_attach_policy.actions)) == 3
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := escalation_attach_policy.deny with input.identities as [one]
	count(found) == 0
}
