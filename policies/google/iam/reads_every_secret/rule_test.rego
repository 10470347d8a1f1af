package policy.google.iam.reads_every_secret_test

import data.policy.google.iam.reads_every_secret as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_reading_every_secret if {
	count(found({"secretmanager.versions.access": [right]})) == 1
}

test_allows_reading_one if {
	count(found({"secretmanager.versions.access": [object.union(right, {"anywhere": false})]})) == 0
}
