package policy.google.iam.trust_every_pod_test

import data.policy.google.iam.trust_every_pod as rule

found(name) := violations if {
	grant := {"actions": ["roles/viewer"], "resource": "b", "path": ["role"], "evidence": [{"resource": "b", "path": ["member"]}]}
	violations := rule.deny with input as {"identities": [{"id": "b", "form": "federated", "name": name, "grants": [grant]}]}
}

test_denies_whole_clusters if {
	count(found("principalSet://iam.googleapis.com/p.svc.id.goog/kubernetes.cluster/x")) == 1
	count(found("principalSet://iam.googleapis.com/p.svc.id.goog/*")) == 1
}

test_allows_single_accounts if {
	count(found("principal://iam.googleapis.com/p.svc.id.goog/subject/ns/a/sa/b")) == 0
}
