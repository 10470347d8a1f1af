package policy.aws.iam.wildcard_action_test

import data.policy.aws.iam.wildcard_action

findings(kind, attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "referred_by": []}
	found := wildcard_action.deny with input.resources as {kind: [resource]}
}

paths(kind, attributes) := {finding.path | some finding in findings(kind, attributes)}

administrator := {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}

test_policies_of_every_kind if {
	every kind in ["aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"] {
		paths(kind, {"policy": administrator}) == {["policy", "Statement", 0, "Action"]}
	}
	set := "aws_ssoadmin_permission_set_inline_policy"
	paths(set, {"inline_policy": administrator}) == {["inline_policy", "Statement", 0, "Action"]}
	paths("aws_organizations_policy", {"content": administrator}) == set()
}

test_message if {
	findings("aws_iam_policy", {"policy": administrator}) == {{
		"resource": "x",
		"path": ["policy", "Statement", 0, "Action"],
		"needs": [],
		"message": "The statement allows every action of every service (`*`)",
	}}
}

test_inline_policies_of_a_role if {
	role := {"inline_policy": [{"policy": {"Statement": []}}, {"policy": administrator}]}
	paths("aws_iam_role", role) == {["inline_policy", 1, "policy", "Statement", 0, "Action"]}
}

test_narrow_policies if {
	every statement in [
		{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"},
		{"Effect": "Deny", "Action": "*", "Resource": "*"},
		{"Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*"},
		{"Action": "*"},
		{"Effect": "Allow"},
	] {
		paths("aws_iam_policy", {"policy": {"Statement": statement}}) == set()
	}
	paths("aws_iam_policy", {}) == set()
}

test_documents_that_go_elsewhere if {
	statements := [
		{"actions": ["s3:GetObject"]},
		{"actions": ["ec2:*", "*"], "resources": ["*"]},
		{"effect": "Deny", "actions": ["*"]},
		{"actions": ["*"], "principals": [{"type": "AWS", "identifiers": ["*"]}]},
		{"not_actions": ["iam:*"]},
	]
	findings("data.aws_iam_policy_document", {"statement": statements}) == {{
		"resource": "x",
		"path": ["statement", 1, "actions", 1],
		"needs": [
			{"resource": "x", "path": ["statement", 1, "effect"]},
			{"resource": "x", "path": ["statement", 1, "principals", 0]},
		],
		"message": "The statement allows every action of every service (`*`)",
	}}
}

test_documents_are_blamed_in_the_policy_that_uses_them if {
	document := {
		"id": "x",
		"attributes": {"statement": [{"actions": ["*"]}]},
		"referred_by": [{"kind": "aws_iam_policy", "index": 0, "via": ["policy"]}],
	}
	found := wildcard_action.deny with input.resources as {"data.aws_iam_policy_document": [document]}
	found == set()
}
