package policy.aws.iam.escalation_inline_policy_test

import data.policy.aws.iam.escalation_inline_policy

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_each_action_is_found if {
	every action in escalation_inline_policy.actions {
		one := who({action: [right(action)]})
		found := escalation_inline_policy.deny with input.identities as [one]
		count(found) == 1
		some finding in found
		finding.at == "p"
	}
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := escalation_inline_policy.deny with input.identities as [one]
	count(found) == 0
}

messages(form, action) := {finding.message | some finding in found} if {
	one := object.union(who({action: [right(action)]}), {"form": form})
	found := escalation_inline_policy.deny with input.identities as [one]
}

test_what_is_of_another_kind_is_not_its_own if {
	messages("user", "iam:PutUserPolicy") == {"The user may write inline policies of its own (iam:PutUserPolicy on everything)"}
	messages("user", "iam:PutRolePolicy") == {"The user may write inline policies of others (iam:PutRolePolicy on everything)"}
	messages("permission-set", "iam:PutRolePolicy") == {"The permission set may write inline policies of its own (iam:PutRolePolicy on everything)"}
	messages("role", "iam:PutUserPolicy") == {"The role may write inline policies of others (iam:PutUserPolicy on everything)"}
	messages("policy", "iam:PutRolePolicy") == {"Whoever has the policy may write inline policies of its own (iam:PutRolePolicy on everything)"}
}
