package policy.kubernetes.rbac.node_proxy_test

import data.policy.kubernetes.rbac.node_proxy as rule

right := {
	"action": "written",
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
		"provider": "kubernetes",
		"form": form,
		"power": "escalating",
		"permissions": {"get:nodes/proxy": [object.union(right, changes)]},
	}
	messages := {violation.message | some violation in rule.deny} with input as {"identities": [who]}
}

test_denies_the_right if {
	some message in found("service-account", {})
	startswith(message, "The service account may written in every namespace")
}

test_allows_what_is_held_to_less if {
	found("service-account", {"narrowed": true}) == set()
	found("service-account", {"sweeping": true}) == set()
}
