package policy.kubernetes.rbac.webhook_control_test

import data.policy.kubernetes.rbac.webhook_control as rule

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
		"permissions": {"patch:mutatingwebhookconfigurations": [object.union(right, changes)]},
	}
	messages := {violation.message | some violation in rule.deny} with input as {"identities": [who], "resources": {"ServiceAccount": [{"name": "runner"}]}}
}

test_denies_the_right if {
	found("service-account", {}) == {`Service account "runner" may have every request pass through a webhook, and so change what anybody deploys: its role allows "create" on "pods"`}
}

test_denies_webhooks_that_only_look if {
	found("service-account", {"action": "patch on validatingwebhookconfigurations"}) == {`Service account "runner" may have every request pass through a webhook, and so read the Secrets in them and refuse what anybody deploys: its role allows "patch" on "validatingwebhookconfigurations"`}
}

test_allows_what_is_held_to_less if {
	found("service-account", {"narrowed": true}) == set()
	found("service-account", {"sweeping": true}) == set()
}
