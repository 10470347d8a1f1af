package policy.google.iam.build_as_stronger_account_test

import data.policy.google.iam.build_as_stronger_account as rule

right := {
	"action": "written", "resource": "shop//binding", "path": ["role"], "needs": [], "evidence": [{"resource": "binding", "path": ["member"], "note": "given"}], "anywhere": true, "itself": false,
	"sweeping": false, "narrowed": false, "targets": [], "resources": ["projects/app"], "conditions": [], "tags": [],
}

found(power, rights) := found_beside(power, {"resource": "shop//g", "path": ["role"], "resources": ["projects/app"]}, rights)

found_beside(power, grant, rights) := violations if {
	builder := {
		"id": "b", "provider": "google", "form": "default-service-account", "name": "serviceAccount:1@cloudbuild.gserviceaccount.com",
		"power": power, "doubts": [], "permissions": {}, "grants": [grant],
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

test_allows_builds_in_another_project if {
	rights := {"cloudbuild.builds.create": [right]}
	elsewhere := {"cloudbuild.builds.create": [object.union(right, {"resources": ["projects/${}"]})]}
	grant := {"resource": "shop//g", "path": ["role"], "resources": ["projects/other"]}
	count(found_beside("escalating", grant, rights)) == 0
	count(found_beside("escalating", object.union(grant, {"resource": "bank//g"}), elsewhere)) == 0
	some unclear in found_beside("escalating", grant, elsewhere)
	unclear.needs == [{"resource": "shop//binding", "path": ["project"]}, {"resource": "shop//g", "path": ["project"]}]
	count(found_beside("escalating", {"resource": "bank//g", "path": ["role"], "resources": ["projects/app"]}, rights)) == 1
	count(found_beside("escalating", object.union(grant, {"resources": ["folders/1"]}), rights)) == 1
}
