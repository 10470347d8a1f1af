package policy.google.iam.run_as_stronger_account_test

import data.policy.google.iam.run_as_stronger_account as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

strong := object.union(right, {"anywhere": false, "targets": [{"id": "admin", "power": "administrator", "services": [], "needs": [], "doubts": []}]})

test_denies_acting_as_a_stronger_one_beside_running if {
	count(found({"iam.serviceAccounts.actAs": [strong], "run.services.create": [right]})) == 1
}

test_allows_each_alone if {
	count(found({"iam.serviceAccounts.actAs": [strong]})) == 0
	count(found({"iam.serviceAccounts.actAs": [right], "run.services.create": [right]})) == 0
}
