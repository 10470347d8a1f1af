package policy.aws.iam.trust_anyone_test

import data.policy.aws.iam.trust_anyone

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
	denied := trust_anyone.deny with input.identities as [one]
}

test_everybody if {
	count_of({"principal_type": "AWS", "principal": "*"}) == 1
	count_of({"principal_type": "*", "principal": "*", "conditions": [condition("Bool", "aws:SecureTransport", ["true"])]}) == 1
}

test_somebody if {
	count_of({"principal_type": "AWS", "principal": "123456789012"}) == 0
	count_of({"principal_type": "*", "principal": "*", "conditions": [condition("StringEquals", "aws:PrincipalOrgID", ["o-1"])]}) == 0
	count_of({"principal_type": "Service", "principal": "*"}) == 0
}
