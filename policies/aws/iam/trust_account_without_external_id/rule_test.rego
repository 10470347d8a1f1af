package policy.aws.iam.trust_account_without_external_id_test

import data.policy.aws.iam.trust_account_without_external_id

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
	denied := trust_account_without_external_id.deny with input.identities as [one]
}

test_a_whole_account if {
	count_of({"principal_type": "AWS", "principal": "210987654321"}) == 1
	count_of({"principal_type": "AWS", "principal": "arn:aws:iam::210987654321:root"}) == 1
}

test_others if {
	count_of({"principal_type": "AWS", "principal": "arn:aws:iam::${}:root"}) == 0
	count_of({"principal_type": "AWS", "principal": "arn:aws:iam::210987654321:role/x"}) == 0
	count_of({"principal_type": "AWS", "principal": "210987654321", "conditions": [condition("StringEquals", "sts:ExternalId", ["x"])]}) == 0
	count_of({"principal_type": "Service", "principal": "210987654321"}) == 0
}
