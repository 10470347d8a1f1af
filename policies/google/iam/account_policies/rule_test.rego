package policy.google.iam.account_policies_test

import data.policy.google.iam.account_policies as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_policies_of_every_account if {
	count(found({"iam.serviceAccounts.setIamPolicy": [right]})) == 1
}

test_leaves_those_of_projects_to_another_rule if {
	count(found({"iam.serviceAccounts.setIamPolicy": [right], "resourcemanager.projects.setIamPolicy": [right]})) == 0
	count(found({"iam.serviceAccounts.setIamPolicy": [object.union(right, {"anywhere": false})]})) == 0
}
