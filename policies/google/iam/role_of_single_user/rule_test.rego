package policy.google.iam.role_of_single_user_test

import data.policy.google.iam.role_of_single_user as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

test_denies_single_users if {
	count(found({"name": "user:jane@example.com"}, {})) == 1
}

test_allows_others if {
	count(found({"form": "group", "name": "group:x@example.com"}, {})) == 0
	count(found({"name": "user:jane@example.com"}, {"resources": ["storage_bucket/jane"]})) == 0
}
