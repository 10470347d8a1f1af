package policy.google.iam.deployment_as_editor_test

import data.policy.google.iam.deployment_as_editor as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_deployments if {
	count(found({"deploymentmanager.deployments.create": [right], "deploymentmanager.deployments.update": [right]})) == 1
}

test_allows_others if {
	count(found({"deploymentmanager.deployments.create": [object.union(right, {"narrowed": true})]})) == 0
}
