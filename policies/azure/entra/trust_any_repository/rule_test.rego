package policy.azure.entra.trust_any_repository_test

import data.policy.azure.entra.trust_any_repository

trust(principal, conditions) := {
	"principal_type": "Federated", "principal": principal, "identities": [], "resource": "c", "path": ["subject"], "actions": [],
	"conditions": conditions, "needs": [],
}

condition(operator, value) := {"operator": operator, "key": "sub", "values": [value], "resource": "c", "path": ["subject"]}

github := "https://token.actions.githubusercontent.com"

count_of(principal, conditions) := count(denied) if {
	one := {"id": "i", "provider": "azure", "form": "application", "trust": [trust(principal, conditions)]}
	denied := trust_any_repository.deny with input.identities as [one]
}

test_everybody if {
	every value in ["*", "repo:*", "repo:*/app:*", "repo*", "*:ref:refs/heads/main"] {
		count_of(github, [condition("StringLike", value)]) == 1
	}
	count_of(github, [object.union(condition("StringLike", "x"), {"key": "ref"})]) == 1
}

test_somebody if {
	every value in ["repo:a/*", "repo:a/b:*", "a/b/.github/workflows/*"] {
		count_of(github, [condition("StringLike", value)]) == 0
	}
	count_of(github, [condition("StringEquals", "repo:*")]) == 0
	count_of(github, [condition("StringLike", "*"), object.union(condition("StringEquals", "a"), {"key": "repository_owner"})]) == 0
	count_of(github, []) == 0
	count_of("https://gitlab.com", [condition("StringLike", "*")]) == 0
}
