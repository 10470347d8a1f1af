package policy.kubernetes.rbac.certificate_approval_test

import data.policy.kubernetes.rbac.certificate_approval as rule

right(action) := {
	"action": action,
	"resource": "role",
	"path": ["rules", 0, "verbs", 0],
	"evidence": [],
	"needs": [],
	"anywhere": true,
	"sweeping": false,
	"narrowed": false,
	"targets": [],
	"resources": [],
}

found(permissions) := messages if {
	who := {"id": "account", "kind": "ServiceAccount", "index": 0, "provider": "kubernetes", "form": "service-account", "power": "escalating", "permissions": permissions}
	messages := {violation.message | some violation in rule.deny} with input as {"identities": [who], "resources": {"ServiceAccount": [{"name": "runner"}]}}
}

test_denies_both_rights_together if {
	found({
		"update:certificatesigningrequests/approval": [right("update on approval")],
		"approve:signers": [right("approve on signers")],
	}) == {`Service account "runner" may approve certificates, and so have one made out to anybody: its role allows "update" on "approval"`}
}

test_allows_one_of_them if {
	found({"update:certificatesigningrequests/approval": [right("update on approval")]}) == set()
	found({"approve:signers": [right("approve on signers")]}) == set()
}
