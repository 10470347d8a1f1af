package policy.aws.glacier.public_policy_test

import data.policy.aws.glacier.public_policy

findings(attributes) := found if {
	found := public_policy.deny with input.resources as {"aws_glacier_vault": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_anybody if {
	findings({"access_policy": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "glacier:*"}]}}) == {{
		"resource": "a",
		"path": ["access_policy", "Statement", 0, "Principal"],
		"needs": [],
		"message": "The statement lets anybody use the vault",
	}}
	count(findings({"access_policy": {"Statement": {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "glacier:*"}}})) == 1
}

test_somebody if {
	findings({"access_policy": {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "glacier:*"}]}}) == set()
	findings({"access_policy": {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "glacier:*"}]}}) == set()
	findings({}) == set()
}
