package policy.kubernetes.rbac.approves_certificates_test

import data.lib.cluster
import data.policy.kubernetes.rbac.approves_certificates as rule

wanted := [{"apiGroups": ["certificates.k8s.io"], "resources": ["certificatesigningrequests/approval"], "verbs": ["update"]}]

right := {"action": "update on certificatesigningrequests/approval", "resource": "ClusterRole/app", "path": ["rules", 0, "verbs", 0], "evidence": [], "needs": [], "anywhere": true, "itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": []}

document_of(kind, rules) := cluster.document([cluster.made(kind, "app", {"rules": rules})], [])

messages(kind, rules) := found if {
	document := document_of(kind, rules)
	found := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	messages("ClusterRole", wanted) == {"Whoever is given this role in the whole cluster may approve certificates: update on certificatesigningrequests/approval"}
	messages("Role", wanted) == {"A Role cannot give rights to requests for certificates, which are in no namespace: update on certificatesigningrequests/approval has no effect here"}
}

test_allows if {
	messages("ClusterRole", []) == set()
	messages("Role", []) == set()
	messages("ClusterRole", [object.union(wanted[0], {"resourceNames": ["one"]})]) == set()
	messages("ClusterRole", [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]) == set()
	messages("ClusterRole", [{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]}]) == set()
}

test_allows_what_is_reported_for_whoever_has_it if {
	document := object.union(document_of("ClusterRole", wanted), {"identities": [{"provider": "kubernetes", "power": "ordinary", "permissions": {"update:certificatesigningrequests/approval": [right]}}]})
	count(rule.deny) == 0 with input as document
}
