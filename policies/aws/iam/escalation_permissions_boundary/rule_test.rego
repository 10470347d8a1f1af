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
	messages("user", "iam:DeleteUserPermissionsBoundary") == {"The user may lift every permissions boundary, its own included (iam:DeleteUserPermissionsBoundary on everything)"}
	messages("user", "iam:DeleteRolePermissionsBoundary") == {"The user may lift the permissions boundary of others (iam:DeleteRolePermissionsBoundary on everything)"}
	messages("permission-set", "iam:DeleteRolePermissionsBoundary") == {"The permission set may lift every permissions boundary, its own included (iam:DeleteRolePermissionsBoundary on everything)"}
	messages("role", "iam:DeleteUserPermissionsBoundary") == {"The role may lift the permissions boundary of others (iam:DeleteUserPermissionsBoundary on everything)"}
	messages("policy", "iam:DeleteRolePermissionsBoundary") == {"Whoever has the policy may lift every permissions boundary, its own included (iam:DeleteRolePermissionsBoundary on everything)"}
}

over_itself(more) := {finding.message | some finding in found} if {
	action := "iam:DeleteUserPermissionsBoundary"
	one := object.union(who({action: [object.union(right(action), {"anywhere": false, "itself": true, "resources": ["itself"]})]}), more)
	document := {"identities": [one], "resources": {"aws_iam_user": [{"id": "u", "attributes": {}}, {"id": "v", "attributes": {"permissions_boundary": "arn"}}]}}
	found := escalation_permissions_boundary.deny with input as document
}

test_its_own_counts_where_there_is_one if {
	lifted := {"The user may lift its own permissions boundary (iam:DeleteUserPermissionsBoundary on itself)"}
	over_itself({"kind": "aws_iam_user", "index": 1}) == lifted
	over_itself({"kind": "aws_iam_user", "index": 0}) == set()
	count(over_itself({"kind": "aws_iam_group", "index": 0, "form": "group"})) == 1
}
