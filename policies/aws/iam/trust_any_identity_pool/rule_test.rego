package policy.aws.iam.trust_any_identity_pool_test

import data.policy.aws.iam.trust_any_identity_pool

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
	denied := trust_any_identity_pool.deny with input.identities as [one]
}

pool := {"principal": "cognito-identity.amazonaws.com"}

test_everybody if count_of(pool) == 1

test_somebody if {
	count_of(object.union(pool, {"conditions": [condition("StringEquals", "cognito-identity.amazonaws.com:aud", ["eu-west-1:1"])]})) == 0
	count_of({}) == 0
}
