package policy.kubernetes.rbac.impersonation_test

import data.policy.kubernetes.rbac.impersonation as rule

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
		"permissions": {"impersonate:users": [object.union(right, changes)]},
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

test_denies_stronger_accounts if {
	strong := {"id": "strong", "power": "escalating", "services": []}
	right_over := object.union(right, {"anywhere": false, "resources": ["apps"], "targets": [strong]})
	who := {"id": "account", "provider": "kubernetes", "form": "role", "power": "ordinary", "permissions": {"impersonate:serviceaccounts": [right_over]}}
	found := {violation.message | some violation in rule.deny} with input as {"identities": [who]}
	found == {`Whoever has the role may written in namespace "apps", where accounts have more rights than it has`}
}
