package policy.google.iam.basic_role_test

import data.policy.google.iam.basic_role as rule

grant := {
	"actions": ["roles/editor"], "resources": ["projects/app"], "conditions": [], "resource": "binding", "path": ["role"],
	"evidence": [{"resource": "binding", "path": ["member"], "note": "is given the role here"}],
}

found(who, changes) := violations if {
	base := {"id": "account", "provider": "google", "form": "user", "name": "user:joe@example.com", "power": "ordinary", "holders": [], "permissions": {}}
	one := object.union(object.union(base, who), {"grants": [object.union(grant, changes)]})
	violations := rule.deny with input as {"resources": {}, "identities": [one]}
}

test_denies_basic_roles if {
	count(found({}, {})) == 1
	count(found({"form": "service-account"}, {"actions": ["roles/viewer"]})) == 1
}

test_leaves_programs_and_everyone_to_other_rules if {
	count(found({"form": "service-account"}, {})) == 0
	count(found({"form": "everyone"}, {})) == 0
	count(found({}, {"actions": ["roles/run.developer"]})) == 0
	count(found({}, {"resources": ["bigquery_dataset/events"]})) == 0
}
