package policy.aws.iam.trust_any_pipeline_test

import data.policy.aws.iam.trust_any_pipeline

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
	denied := trust_any_pipeline.deny with input.identities as [one]
}

gitlab := {"principal": "arn:aws:iam::1:oidc-provider/gitlab.com"}

test_everybody if {
	count_of(gitlab) == 1
	count_of(object.union(gitlab, {"conditions": [condition("StringLike", "gitlab.com:sub", ["project_path:*"])]})) == 1
}

test_somebody if {
	count_of(object.union(gitlab, {"conditions": [condition("StringLike", "gitlab.com:sub", ["project_path:a/*"])]})) == 0
	count_of({}) == 0
	count_of(object.union(gitlab, {"conditions": [
		condition("StringLike", "gitlab.com:sub", ["project_path:*"]),
		condition("StringEquals", "gitlab.com:namespace_id", ["1"]),
	]})) == 0
}
