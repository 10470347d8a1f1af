package policy.kubernetes.rbac.reaches_kubelets_test

import data.lib.cluster
import data.policy.kubernetes.rbac.reaches_kubelets as rule

wanted := [{"apiGroups": [""], "resources": ["nodes/proxy"], "verbs": ["get"]}]

right := {"action": "get on nodes/proxy", "resource": "ClusterRole/app", "path": ["rules", 0, "verbs", 0], "evidence": [], "needs": [], "anywhere": true, "itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": []}

document_of(kind, rules) := cluster.document([cluster.made(kind, "app", {"rules": rules})], [])

messages(kind, rules) := found if {
	document := document_of(kind, rules)
	found := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	messages("ClusterRole", wanted) == {"Whoever is given this role in the whole cluster may send commands to every node: get on nodes/proxy"}
	messages("Role", wanted) == {"A Role cannot give rights to nodes, which are in no namespace: get on nodes/proxy has no effect here"}
}

test_allows if {
	messages("ClusterRole", []) == set()
	messages("Role", []) == set()
	messages("ClusterRole", [object.union(wanted[0], {"resourceNames": ["one"]})]) == set()
	messages("ClusterRole", [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]) == set()
	messages("ClusterRole", [{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]}]) == set()
}

test_allows_what_is_reported_for_whoever_has_it if {
	document := object.union(document_of("ClusterRole", wanted), {"identities": [{"provider": "kubernetes", "power": "ordinary", "permissions": {"create:nodes/proxy": [right]}}]})
	count(rule.deny) == 0 with input as document
}
