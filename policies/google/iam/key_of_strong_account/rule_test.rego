package policy.google.iam.key_of_strong_account_test

import data.policy.google.iam.key_of_strong_account as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

key := {"id": "key", "via": ["service_account_id"], "how": "key"}

test_denies_keys_of_strong_accounts if {
	some violation in found({"form": "service-account", "power": "administrator", "holders": [key]}, {})
	violation.message == "The key is good for an account that may do everything"
}

test_allows_others if {
	count(found({"form": "service-account", "holders": [key]}, {})) == 0
	count(found({"form": "service-account", "power": "escalating", "holders": [object.union(key, {"how": "run"})]}, {})) == 0
}
