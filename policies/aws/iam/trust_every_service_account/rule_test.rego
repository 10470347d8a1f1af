package policy.aws.iam.trust_every_service_account_test

import data.policy.aws.iam.trust_every_service_account

trust(fields) := object.union(
	{
		"principal_type": "Federated", "principal": "arn:aws:iam::1:oidc-provider/host", "identities": [], "resource": "r", "path": ["x"],
		"actions": ["sts:AssumeRoleWithWebIdentity"], "conditions": [], "needs": [],
	},
	fields,
)

condition(operator, key, values) := {"operator": operator, "key": key, "values": values, "resource": "r", "path": []}

count_of(fields) := count(denied) if {
	one := {"id": "r", "form": "role", "trust": [trust(fields)]}
	denied := trust_every_service_account.deny with input.identities as [one]
}

eks := {"principal": "arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A"}

test_everybody if {
	count_of(eks) == 1
	count_of(object.union(eks, {"conditions": [condition("StringLike", "x:sub", ["system:serviceaccount:*"])]})) == 1
}

test_a_cluster_that_is_not_made_yet if {
	count_of({"principal": "${}", "conditions": [condition("StringLike", "${}:sub", ["system:serviceaccount:*:*"])]}) == 1
	count_of({"principal": "${}", "conditions": [condition("StringLike", "${}:sub", ["system:serviceaccount:shop:*"])]}) == 0
	count_of({"principal": "${}"}) == 0
}

test_somebody if {
	count_of(object.union(eks, {"conditions": [condition("StringEquals", "x:sub", ["system:serviceaccount:a:b"])]})) == 0
	count_of({}) == 0
}
