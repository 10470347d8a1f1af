package lib.mfa_test

import data.lib.mfa

asking := {"Statement": [{"Effect": "Allow", "Action": "*", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": ["true"]}}}]}

silent := {"Statement": [{"Effect": "Allow", "Action": "*"}]}

test_asks if {
	mfa.asks([{"attributes": {"policy": silent}}, {"attributes": {"policy": asking}}])
	not mfa.asks([{"attributes": {"policy": silent}}, {"attributes": {}}])
}

resources := {
	"aws_iam_group": [{
		"id": "group",
		"root": ".",
		"referred_by": [
			{"id": "inline", "kind": "aws_iam_group_policy", "index": 0, "via": ["group"]},
			{"id": "attachment", "kind": "aws_iam_group_policy_attachment", "index": 0, "via": ["group"]},
			{"id": "elsewhere", "kind": "aws_iam_group_policy_attachment", "index": 1, "via": ["group"]},
		],
	}],
	"aws_iam_group_policy": [{"id": "inline", "root": ".", "unknown": [], "references": []}],
	"aws_iam_group_policy_attachment": [
		{"id": "attachment", "root": ".", "unknown": [], "references": [{"id": "policy", "kind": "aws_iam_policy", "index": 0, "via": ["policy_arn"]}]},
		{"id": "elsewhere", "root": ".", "unknown": [], "references": []},
	],
	"aws_iam_policy": [{"id": "policy"}],
	"aws_iam_user": [{
		"id": "user",
		"root": ".",
		"referred_by": [
			{"id": "own", "kind": "aws_iam_user_policy", "index": 0, "via": ["user"]},
			{"id": "groups", "kind": "aws_iam_user_group_membership", "index": 0, "via": ["user"]},
			{"id": "members", "kind": "aws_iam_group_membership", "index": 0, "via": ["users", 0]},
		],
	}],
	"aws_iam_user_policy": [{"id": "own", "root": ".", "unknown": [], "references": []}],
	"aws_iam_user_group_membership": [{"id": "groups", "root": ".", "unknown": [], "references": [{"id": "group", "kind": "aws_iam_group", "index": 0, "via": ["groups", 0]}]}],
	"aws_iam_group_membership": [{"id": "members", "root": ".", "unknown": [], "references": [{"id": "group", "kind": "aws_iam_group", "index": 0, "via": ["group"]}]}],
}

ids(policies) := {policy.id | some policy in policies}

test_policies if {
	all := resources
	group := all.aws_iam_group[0]
	user := all.aws_iam_user[0]
	of_group := mfa.policies_of_group(group) with input.resources as all
	ids(of_group) == {"inline", "policy"}
	of_user := mfa.policies_of_user(user) with input.resources as all
	ids(of_user) == {"own", "inline", "policy"}
	in_groups := mfa.groups_of(user) with input.resources as all
	[one.id | some one in in_groups] == ["group", "group"]
}

test_doubts if {
	all := resources
	group := all.aws_iam_group[0]
	of_group := mfa.doubts_of_group(group) with input.resources as all
	of_group == [
		{"resource": "inline", "path": ["policy"]},
		{"resource": "policy", "path": ["policy"]},
		{"resource": "elsewhere", "path": ["policy_arn"]},
	]
	unknown := {"id": "p", "root": ".", "unknown": [["user"]], "references": []}
	user := {"id": "u", "root": ".", "referred_by": []}
	of_user := mfa.doubts_of_user(user) with input.resources as {"aws_iam_user_policy": [unknown]}
	of_user == [{"resource": "p", "path": ["user"]}]
}

test_doubts_about_policies_and_groups_of_a_user if {
	own := {"id": "own", "root": ".", "unknown": [["policy", "Statement", 0], ["name"]], "references": []}
	membership := {"id": "m", "root": ".", "unknown": [["groups", "*"]], "references": []}
	user := {"id": "u", "root": ".", "referred_by": [
		{"id": "own", "kind": "aws_iam_user_policy", "index": 0, "via": ["user"]},
		{"id": "m", "kind": "aws_iam_user_group_membership", "index": 0, "via": ["user"]},
	]}
	all := {"aws_iam_user_policy": [own], "aws_iam_user_group_membership": [membership]}
	found := mfa.doubts_of_user(user) with input.resources as all
	{need | some need in found} == {
		{"resource": "own", "path": ["policy"]},
		{"resource": "own", "path": ["policy", "Statement", 0]},
		{"resource": "m", "path": ["groups"]},
	}
}
