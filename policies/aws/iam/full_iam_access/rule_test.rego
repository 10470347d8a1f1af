package policy.aws.iam.full_iam_access_test

import data.policy.aws.iam.full_iam_access

right(action, fields) := object.union(
	{
		"action": action, "resource": action, "path": ["policy"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["*"], "conditions": [], "tags": [],
	},
	fields,
)

found(action) := denied if {
	one := {"id": "u", "form": "user", "administrator": [right(action, {})]}
	denied := full_iam_access.deny with input.identities as [one]
}

test_all_of_iam if {
	some finding in found("iam:*")
	finding.message == "The user may do everything in IAM (iam:* on everything), and so give itself all rights"
}

test_everything_is_left_to_another_rule if count(found("*")) == 0

policy(statement, references) := denied if {
	full := object.union({"Effect": "Allow", "Action": ["s3:GetObject", "iam:*"], "Resource": "*"}, statement)
	one := {"id": "p", "root": ".", "attributes": {"policy": {"Statement": [full]}}, "references": references}
	denied := full_iam_access.deny with input as {
		"identities": [],
		"resources": {"aws_iam_role_policy": [one], "aws_iam_role": [{"id": "r", "root": ".", "attributes": {}, "unknown": []}]},
	}
}

test_somebody_made_elsewhere if {
	{finding.path | some finding in policy({}, [])} == {["policy", "Statement", 0, "Action", 1]}
	{finding.path | some finding in policy({"Action": "iam:*"}, [])} == {["policy", "Statement", 0, "Action"]}
	count(policy({"Resource": ["arn:aws:s3:::files", "*"]}, [])) == 1
	every change in [{"Effect": "Deny"}, {"Resource": "x"}, {"Action": ["iam:Get*", null]}, {"Condition": {"Bool": {"a": "b"}}}] {
		policy(change, []) == set()
	}
	policy({}, [{"kind": "aws_iam_role", "index": 0, "via": ["role"]}]) == set()
}

test_policy_of_an_identity if {
	holding("iam:*") == {"u", "p"}
	holding(["s3:*", "iam:*"]) == {"u", "p"}
	holding("s3:*") == {"u"}
}

holding(actions) := {finding.resource | some finding in found} if {
	one := {"id": "u", "form": "user", "provider": "aws", "administrator": [right("iam:*", {"resource": "p"})]}
	policy := {"Statement": {"Effect": "Allow", "Action": actions, "Resource": "*"}}
	found := full_iam_access.deny with input as {
		"identities": [one],
		"resources": {
			"aws_iam_user_policy": [{"id": "p", "root": ".", "attributes": {"policy": policy}, "references": [{"id": "u", "kind": "aws_iam_user", "index": 0, "via": ["user"]}]}],
			"aws_iam_user": [{"id": "u"}],
		},
	}
}

needs(owner, others) := finding.needs if {
	full := {"Effect": "Allow", "Action": "iam:*", "Resource": "*"}
	one := {"id": "p", "root": ".", "attributes": {"policy": {"Statement": [full]}}, "references": []}
	found := full_iam_access.deny with input as {
		"identities": [],
		"resources": object.union({"aws_iam_role_policy": [one], "aws_iam_role": [owner]}, others),
	}
	some finding in found
}

test_whose_it_is_matters_where_somebody_is_limited if {
	whose := {"resource": "p", "path": ["role"]}
	free := {"id": "r", "root": ".", "attributes": {}, "unknown": []}
	not whose in needs(free, {})
	whose in needs(object.union(free, {"attributes": {"permissions_boundary": "b"}}), {})
	whose in needs(object.union(free, {"unknown": [["permissions_boundary"]]}), {})
	secret := {"id": "s", "root": ".", "attributes": {}, "unknown": [["policy", "Statement", "*"]], "references": [{"kind": "aws_iam_user", "index": 0, "via": ["user"]}]}
	user := [{"id": "u", "root": ".", "attributes": {}, "unknown": []}]
	whose in needs(free, {"aws_iam_user_policy": [secret], "aws_iam_user": user})
	harmless := object.union(secret, {"unknown": [["policy", "Statement", 0, "Resource"], ["name"]]})
	not whose in needs(free, {"aws_iam_user_policy": [harmless], "aws_iam_user": user})
	denial := {"id": "d", "root": ".", "attributes": {"policy": {"Statement": {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}}}, "referred_by": []}
	not whose in needs(free, {"aws_iam_policy": [denial]})
	whose in needs(free, {"aws_iam_policy": [object.union(denial, {"referred_by": [{"id": "a"}]})]})
	whose in needs(free, {"aws_iam_user_policy": [object.union(denial, {"references": [{"kind": "aws_iam_user", "index": 0, "via": ["user"]}]})], "aws_iam_user": [{"id": "u", "root": ".", "attributes": {}, "unknown": []}]})
}

attachment(policy, references) := denied if {
	one := {"id": "a", "root": ".", "attributes": {"policy_arn": policy}, "references": references}
	denied := full_iam_access.deny with input as {
		"identities": [],
		"resources": {"aws_iam_policy_attachment": [one], "aws_iam_role": [{"id": "r", "root": ".", "attributes": {"permissions_boundary": "b"}, "unknown": []}]},
	}
}

test_attachment_to_somebody_made_elsewhere if {
	some finding in attachment("arn:aws:iam::aws:policy/IAMFullAccess", [])
	finding.path == ["policy_arn"]
	{need.path[0] | some need in finding.needs} == {"roles", "users", "groups"}
	attachment("arn:aws:iam::aws:policy/IAMReadOnlyAccess", []) == set()
	attachment("arn:aws:iam::aws:policy/IAMFullAccess", [{"kind": "aws_iam_role", "index": 0, "via": ["roles"]}]) == set()
}

test_attachment_of_an_identity if {
	attached({}) == {"u", "a"}
	attached({"policy_arn": "arn:aws:iam::aws:policy/IAMFullAccess"}) == {"u", "a"}
	attached({"policy_arn": "arn:aws:iam::123456789012:policy/deploy"}) == {"u"}
}

attached(attributes) := {finding.resource | some finding in found} if {
	one := {"id": "u", "form": "user", "provider": "aws", "administrator": [right("iam:*", {"resource": "a", "path": ["policy_arn"]})]}
	found := full_iam_access.deny with input as {
		"identities": [one],
		"resources": {
			"aws_iam_user_policy_attachment": [{"id": "a", "root": ".", "attributes": attributes, "references": [{"id": "u", "kind": "aws_iam_user", "index": 0, "via": ["user"]}]}],
			"aws_iam_user": [{"id": "u", "root": ".", "attributes": {}, "unknown": []}],
		},
	}
}
