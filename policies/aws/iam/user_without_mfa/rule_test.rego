package policy.aws.iam.user_without_mfa_test

import data.policy.aws.iam.user_without_mfa


findings(policy) := found if {
	resources := {
		"aws_iam_user": [{
			"id": "u",
			"address": "aws_iam_user.u",
			"root": ".",
			"referred_by": [
				{"id": "l", "kind": "aws_iam_user_login_profile", "index": 0, "via": ["user"]},
				{"id": "p", "kind": "aws_iam_user_policy", "index": 0, "via": ["user"]},
			],
		}],
		"aws_iam_user_login_profile": [{"id": "l"}],
		"aws_iam_user_policy": [{"id": "p", "root": ".", "attributes": {"policy": policy}, "references": [], "unknown": []}],
	}
	found := user_without_mfa.deny with input.resources as resources
}

test_does_not_ask if {
	findings({"Statement": [{"Effect": "Allow", "Action": "ec2:*"}]}) == {{
		"resource": "u",
		"at": "l",
		"path": [],
		"needs": [{"resource": "p", "path": ["policy"]}],
		"message": "No policy of aws_iam_user.u has a condition on `aws:MultiFactorAuthPresent`",
	}}
}

test_asks if {
	findings({"Statement": [{"Effect": "Allow", "Action": "ec2:*", "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}}]}) == set()
}

test_logins_of_nobody_known if {
	user := {"id": "u", "address": "aws_iam_user.u", "root": ".", "references": [], "referred_by": []}
	login := {"id": "l", "root": ".", "unknown": [["user"]]}
	found := user_without_mfa.deny with input.resources as {"aws_iam_user": [user], "aws_iam_user_login_profile": [login]}
	{finding.needs | some finding in found} == {[{"resource": "l", "path": ["user"]}]}
}
