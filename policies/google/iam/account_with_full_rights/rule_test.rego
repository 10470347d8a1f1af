package policy.google.iam.account_with_full_rights_test

import data.policy.google.iam.account_with_full_rights as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

test_denies_full_rights_of_accounts if {
	count(found({"form": "service-account"}, {})) == 1
	count(found({"form": "default-service-account", "name": "serviceAccount:1@appspot.gserviceaccount.com"}, {})) == 1
}

test_allows_people_and_single_resources if {
	count(found({}, {})) == 0
	count(found({"form": "service-account"}, {"actions": ["roles/viewer"]})) == 0
	count(found({"form": "service-account"}, {"resources": ["serviceAccounts/app"]})) == 0
}
