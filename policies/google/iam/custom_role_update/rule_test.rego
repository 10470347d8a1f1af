package policy.google.iam.custom_role_update_test

import data.policy.google.iam.custom_role_update as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_changes_to_roles if {
	count(found({"iam.roles.update": [right]})) == 1
}

test_allows_others if {
	count(found({"iam.roles.update": [object.union(right, {"sweeping": true})]})) == 0
}
