package policy.google.iam.act_as_every_account_test

import data.policy.google.iam.act_as_every_account as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_acting_as_all if {
	count(found({"iam.serviceAccounts.actAs": [right], "run.services.create": [right]})) == 1
	count(found({"iam.serviceAccounts.actAs": [right]})) == 1
}

test_allows_others if {
	count(found({"run.services.create": [right]})) == 0
	count(found({"iam.serviceAccounts.actAs": [object.union(right, {"anywhere": false})]})) == 0
	count(found({"iam.serviceAccounts.actAs": [object.union(right, {"sweeping": true})]})) == 0
}
