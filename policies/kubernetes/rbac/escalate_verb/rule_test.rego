package policy.kubernetes.rbac.escalate_verb_test

import data.policy.kubernetes.rbac.escalate_verb as rule

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
		"permissions": {"bind:roles": [object.union(right, changes)]},
	}
	messages := {violation.message | some violation in rule.deny} with input as {"identities": [who], "resources": {"ServiceAccount": [{"name": "runner"}]}}
}

test_denies_the_right if {
	found("service-account", {}) == {`Service account "runner" may give out roles with more rights than it has, and so take any right in every namespace: its role allows "create" on "pods"`}
}

test_says_what_all_verbs_take_in if {
	found("service-account", {"action": "* on roles"}) == {"Service account \"runner\" may give out roles with more rights than it has, and so take any right in every namespace: its role allows \"*\" on \"roles\", which takes in `bind` and `escalate`"}
}

test_allows_what_is_held_to_less if {
	found("service-account", {"narrowed": true}) == set()
	found("service-account", {"sweeping": true}) == set()
}
