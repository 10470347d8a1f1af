package policy.google.iam.keys_for_every_account_test

import data.policy.google.iam.keys_for_every_account as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_keys_for_every_account if {
	count(found({"iam.serviceAccountKeys.create": [right]})) == 1
	count(found({"storage.hmacKeys.create": [right]})) == 1
}

test_allows_keys_of_one_account if {
	count(found({"iam.serviceAccountKeys.create": [object.union(right, {"anywhere": false})]})) == 0
}
