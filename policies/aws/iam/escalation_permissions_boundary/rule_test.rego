package policy.aws.iam.escalation_permissions_boundary_test

import data.policy.aws.iam.escalation_permissions_boundary

right(action) := {
	"action": action, "resource": "p", "path": ["policy", "Statement"], "needs": [], "evidence": [], "anywhere": true,
	"itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
}

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

test_each_action_is_found if {
	every action in escalation_permissions_boundary.actions {
		one := who({action: [right(action)]})
		found := escalation_permissions_boundary.deny with input.identities as [one]
		count(found) == 1
		some finding in found
		finding.at == "p"
	}
}

test_others_are_left_alone if {
	one := who({"iam:ListUsers": [right("iam:ListUsers")]})
	found := escalation_permissions_boundary.deny with input.identities as [one]
	count(found) == 0
}

messages(form, action) := {finding.message | some finding in found} if {
	one := object.union(who({action: [right(action)]}), {"form": form})
	found := escalation_permissions_boundary.deny with input.identities as [one]
}

test_what_is_of_another_kind_is_not_its_own if {
	messages("user", "iam:DeleteUserPermissionsBoundary") == {"The user may lift its own permissions boundary (iam:DeleteUserPermissionsBoundary on everything)"}
	messages("user", "iam:DeleteRolePermissionsBoundary") == {"The user may lift the permissions boundary of others (iam:DeleteRolePermissionsBoundary on everything)"}
	messages("permission-set", "iam:DeleteRolePermissionsBoundary") == {"The permission set may lift its own permissions boundary (iam:DeleteRolePermissionsBoundary on everything)"}
	messages("role", "iam:DeleteUserPermissionsBoundary") == {"The role may lift the permissions boundary of others (iam:DeleteUserPermissionsBoundary on everything)"}
	messages("policy", "iam:DeleteRolePermissionsBoundary") == {"Whoever has the policy may lift its own permissions boundary (iam:DeleteRolePermissionsBoundary on everything)"}
}
