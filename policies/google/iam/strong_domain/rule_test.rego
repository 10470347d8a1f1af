package policy.google.iam.strong_domain_test

import data.policy.google.iam.strong_domain as rule

found(power) := violations if {
	grant := {"actions": ["roles/editor"], "resources": ["projects/app"], "resource": "b", "path": ["role"], "evidence": [{"resource": "b", "path": ["member"]}]}
	violations := rule.deny with input as {"identities": [{
		"id": "b", "provider": "google", "form": "domain", "name": "domain:example.com", "power": power, "grants": [grant],
	}]}
}

test_denies_strong_domains if {
	count(found("escalating")) == 1
}

test_allows_others if {
	count(found("ordinary")) == 0
}
