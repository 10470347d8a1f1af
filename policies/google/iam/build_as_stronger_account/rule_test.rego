package policy.google.iam.build_as_stronger_account_test

import data.policy.google.iam.build_as_stronger_account as rule

right := {
	"action": "written", "resource": "binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(power, rights) := violations if {
	builder := {
		"id": "b", "provider": "google", "form": "default-service-account", "name": "serviceAccount:1@cloudbuild.gserviceaccount.com",
		"power": power, "doubts": [], "permissions": {}, "grants": [{"resource": "g", "path": ["role"]}],
	}
	who := {"id": "w", "provider": "google", "form": "user", "name": "user:jane@example.com", "power": "ordinary", "permissions": rights}
	violations := rule.deny with input as {"identities": [builder, who]}
}

test_denies_builds_as_a_stronger_account if {
	count(found("escalating", {"cloudbuild.builds.create": [right]})) == 1
}

test_allows_builds_as_an_ordinary_one if {
	count(found("ordinary", {"cloudbuild.builds.create": [right]})) == 0
	count(found("escalating", {"run.jobs.create": [right]})) == 0
}
