package policy.google.iam.account_user_on_project_test

import data.policy.google.iam.account_user_on_project as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_acting_as_all if {
	count(found({"iam.serviceAccounts.actAs": [right]})) == 1
}

test_leaves_what_can_be_run_to_another_rule if {
	count(found({"iam.serviceAccounts.actAs": [right], "run.services.create": [right]})) == 0
	count(found({"iam.serviceAccounts.actAs": [object.union(right, {"sweeping": true})]})) == 0
}
