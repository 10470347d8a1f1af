package policy.azure.entra.trust_pull_requests_test

import data.policy.azure.entra.trust_pull_requests

trust(principal, conditions) := {
	"principal_type": "Federated", "principal": principal, "identities": [], "resource": "c", "path": ["subject"], "actions": [],
	"conditions": conditions, "needs": [],
}

condition(operator, value) := {"operator": operator, "key": "sub", "values": [value], "resource": "c", "path": ["subject"]}

github := "https://token.actions.githubusercontent.com"

count_of(power, principal, conditions) := count(denied) if {
	one := {"id": "i", "provider": "azure", "form": "application", "power": power, "trust": [trust(principal, conditions)]}
	denied := trust_pull_requests.deny with input.identities as [one]
}

test_pull_requests if {
	count_of("administrator", github, [condition("StringEquals", "repo:example/shop:pull_request")]) == 1
	count_of("escalating", github, [condition("StringLike", "repo:example/shop:*")]) == 1
}

test_others if {
	count_of("ordinary", github, [condition("StringEquals", "repo:example/shop:pull_request")]) == 0
	count_of("administrator", "https://gitlab.com", [condition("StringEquals", "x:pull_request")]) == 0
	every value in ["repo:example/shop:ref:refs/heads/*", "repo:example/shop:environment:production", "repo:example/shop:environment:*"] {
		count_of("administrator", github, [condition("StringLike", value)]) == 0
	}
	count_of("administrator", github, [object.union(condition("StringEquals", "x:pull_request"), {"key": "other"})]) == 0
}
