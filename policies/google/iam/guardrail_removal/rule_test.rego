package policy.google.iam.guardrail_removal_test

import data.policy.google.iam.guardrail_removal as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(permissions) := violations if {
	who := {"id": "account", "provider": "google", "form": "service-account", "power": "ordinary", "permissions": permissions}
	violations := rule.deny with input as {"identities": [who]}
}

test_denies_changes_to_guardrails if {
	count(found({"orgpolicy.policy.set": [right]})) == 1
}

test_allows_what_a_condition_narrows if {
	count(found({"orgpolicy.policy.set": [object.union(right, {"narrowed": true})]})) == 0
}
