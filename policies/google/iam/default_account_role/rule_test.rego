package policy.google.iam.default_account_role_test

import data.policy.google.iam.default_account_role as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

test_denies_roles_of_default_accounts if {
	count(found({"form": "default-service-account"}, {"actions": ["roles/viewer"]})) == 1
}

test_allows_others if {
	count(found({"form": "default-service-account"}, {})) == 0
	count(found({"form": "service-account"}, {"actions": ["roles/viewer"]})) == 0
	count(found({"form": "default-service-account"}, {"actions": ["roles/viewer"], "resources": ["storage_bucket/images"]})) == 0
}
