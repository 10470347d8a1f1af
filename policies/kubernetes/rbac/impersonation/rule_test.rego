package policy.kubernetes.rbac.impersonation_test

import data.policy.kubernetes.rbac.impersonation as rule

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
		"permissions": {"impersonate:users": [object.union(right, changes)]},
	}
	messages := {violation.message | some violation in rule.deny} with input as {"identities": [who], "resources": {"ServiceAccount": [{"name": "runner"}]}}
}

test_denies_the_right if {
	found("service-account", {}) == {`Service account "runner" may act as other users, administrators included: its role allows "create" on "pods"`}
}

test_allows_what_is_held_to_less if {
	found("service-account", {"narrowed": true}) == set()
	found("service-account", {"sweeping": true}) == set()
}

test_denies_stronger_accounts if {
	strong := {"id": "strong", "power": "escalating", "services": []}
	right_over := object.union(right, {"anywhere": false, "resources": ["apps"], "targets": [strong]})
	who := {"id": "role", "kind": "Role", "index": 0, "provider": "kubernetes", "form": "role", "power": "ordinary", "permissions": {"impersonate:serviceaccounts": [right_over]}}
	found := {violation.message | some violation in rule.deny} with input as {"identities": [who], "resources": {"Role": [{"name": "helper"}]}}
	found == {`Whoever is given Role "helper" may act as the service accounts in namespace "apps", also those with more rights: its role allows "create" on "pods"`}
}
