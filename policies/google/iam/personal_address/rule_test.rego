package policy.google.iam.personal_address_test

import data.policy.google.iam.personal_address as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

test_denies_addresses_of_free_services if {
	count(found({"name": "user:jane@gmail.com"}, {})) == 1
}

test_allows_others if {
	count(found({"name": "user:jane@example.com"}, {})) == 0
	count(found({"form": "group", "name": "group:x@gmail.com"}, {})) == 0
}
