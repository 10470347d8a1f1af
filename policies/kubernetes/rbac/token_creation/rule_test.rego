package policy.kubernetes.rbac.token_creation_test

import data.policy.kubernetes.rbac.token_creation as rule

right := {
	"action": "create on pods",
	"resource": "role",
	"path": ["rules", 0, "verbs", 0],
	"evidence": [],
	"needs": [],
	"anywhere": true,
	"itself": false,
	"sweeping": false,
	"narrowed": false,
	"targets": [],
	"resources": [],
}

found(form, changes) := messages if {
	who := {
		"id": "account",
		"kind": "ServiceAccount",
		"index": 0,
		"provider": "kubernetes",
		"form": form,
		"power": "escalating",
		"permissions": {"create:serviceaccounts/token": [object.union(right, changes)]},
	}
	messages := {violation.message | some violation in rule.deny} with input as {"identities": [who], "resources": {"ServiceAccount": [{"name": "runner"}]}}
}

test_denies_the_right if {
	found("service-account", {}) == {`Service account "runner" may make tokens of every service account of the cluster, those in kube-system too, and sign in as one with more rights: its role allows "create" on "pods"`}
	found("service-account", {"anywhere": false, "resources": ["a"], "targets": [{"id": "x", "power": "administrator", "needs": [], "doubts": []}]}) == {`Service account "runner" may make tokens of service accounts in namespace "a", and sign in as one with more rights: its role allows "create" on "pods"`}
}

test_allows_what_is_held_to_less if {
	found("service-account", {"narrowed": true}) == set()
	found("service-account", {"sweeping": true}) == set()
}
