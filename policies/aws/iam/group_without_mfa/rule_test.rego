package policy.aws.iam.group_without_mfa_test

import data.policy.aws.iam.group_without_mfa


findings(policy) := found if {
	resources := {
		"aws_iam_group": [{"id": "g", "root": ".", "referred_by": [{"id": "p", "kind": "aws_iam_group_policy", "index": 0, "via": ["group"]}]}],
		"aws_iam_group_policy": [{"id": "p", "root": ".", "attributes": {"policy": policy}, "references": [], "unknown": []}],
	}
	found := group_without_mfa.deny with input.resources as resources
}

test_does_not_ask if {
	findings({"Statement": [{"Effect": "Allow", "Action": "ec2:*"}]}) == {{
		"resource": "g",
		"path": [],
		"needs": [{"resource": "p", "path": ["policy"]}],
		"message": "No policy of the group has a condition on `aws:MultiFactorAuthPresent`",
	}}
}

test_asks if {
	findings({"Statement": [{"Effect": "Deny", "Action": "*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}]}) == set()
}
