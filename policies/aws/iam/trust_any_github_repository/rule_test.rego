package policy.aws.iam.trust_any_github_repository_test

import data.policy.aws.iam.trust_any_github_repository

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
	denied := trust_any_github_repository.deny with input.identities as [one]
}

github := {"principal": "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"}

with_sub(operator, value) := count_of(object.union(github, {"conditions": [condition(operator, "token.actions.githubusercontent.com:sub", [value])]}))

test_everybody if {
	count_of(github) == 1
	every value in ["*", "repo:*", "repo:*/app:*", "repo*", "*:ref:refs/heads/main"] {
		with_sub("StringLike", value) == 1
	}
}

test_subjects_without_an_owner if {
	with_sub("StringEquals", "environment:production") == 1
	with_sub("StringLike", "workflow:deploy:ref:refs/heads/*") == 1
	with_sub("StringEquals", "workflow:deploy:repo:a/b:ref:refs/heads/main") == 0
}

test_owner_in_a_claim_of_its_own if {
	every name in ["repository_owner", "job_workflow_ref"] {
		count_of(object.union(github, {"conditions": [
			condition("StringLike", "token.actions.githubusercontent.com:sub", ["repo:*"]),
			condition("StringEquals", concat(":", ["token.actions.githubusercontent.com", name]), ["a"]),
		]})) == 0
	}
}

together(operator, value) := count_of(object.union(github, {"conditions": [
	condition("StringLike", "token.actions.githubusercontent.com:sub", ["*:ref:refs/heads/main"]),
	condition(operator, "token.actions.githubusercontent.com:sub", [value]),
]}))

test_several_conditions_on_the_subject if {
	together("ForAllValues:StringLike", "repo:a/*") == 0
	together("StringLike", "repo:*/app:*") == 1
}

test_owners_that_are_not_known if {
	every value, expected in {"repo:${}:*": 2, "repo:*": 0} {
		trusted := object.union(trust(github), {"conditions": [condition("StringLike", "token.actions.githubusercontent.com:sub", [value])]})
		found := trust_any_github_repository.deny with input.identities as [{"id": "r", "form": "role", "trust": [trusted]}]
		count([need | some violation in found; some need in violation.needs]) == expected
	}
	with_sub("StringLike", "repo:${}/app:*") == 0
}

test_conditions_on_what_every_token_has if {
	with_sub("ForAllValues:StringLike", "repo:a/b:*") == 0
	with_sub("StringLikeIfExists", "repo:a/b:*") == 0
	with_sub("ForAllValues:StringLike", "repo:*") == 1
}

test_somebody if {
	count_of({}) == 0
	every value in ["repo:a/*", "repo:a/b:*", "repo:a/b:environment:x"] {
		with_sub("StringLike", value) == 0
	}
	with_sub("StringEquals", "repo:*") == 0
}
