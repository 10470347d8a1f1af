package policy.google.iam.identity_provider_change_test

import data.policy.google.iam.identity_provider_change as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_changes_to_providers if {
	count(found({"iam.googleapis.com/workloadIdentityPoolProviders.update": [right]})) == 1
}

test_allows_others if {
	count(found({"iam.googleapis.com/workloadIdentityPoolProviders.update": [object.union(right, {"anywhere": false})]})) == 0
}
