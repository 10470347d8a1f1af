package policy.google.iam.public_service_test

import data.policy.google.iam.public_service as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

test_denies_callers_without_login if {
	count(found({"form": "everyone", "name": "allUsers"}, {"resources": ["cloud_run_service/app"], "actions": ["roles/run.invoker"]})) == 1
}

test_allows_others if {
	count(found({}, {"resources": ["cloud_run_service/app"], "actions": ["roles/run.invoker"]})) == 0
	count(found({"form": "everyone", "name": "allUsers"}, {"resources": ["cloud_run_service/app"]})) == 0
	count(found({"form": "everyone", "name": "allUsers"}, {"actions": ["roles/run.invoker"]})) == 0
}
