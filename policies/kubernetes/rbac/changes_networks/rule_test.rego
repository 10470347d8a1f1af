package policy.kubernetes.rbac.changes_networks_test

import data.lib.cluster
import data.policy.kubernetes.rbac.changes_networks as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": ["networking.k8s.io"], "resources": ["other", "networkpolicies"], "verbs": ["other", "update"]}]) == {"The role may change where traffic goes: update on networkpolicies"}
	found([{"apiGroups": ["*"], "resources": ["networkpolicies"], "verbs": ["*"]}]) == {"The role may change where traffic goes: * on networkpolicies"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["networkpolicies"], "verbs": ["update"]}]) == set()
	found([{"apiGroups": ["networking.k8s.io"], "resources": ["other"], "verbs": ["update"]}]) == set()
	found([{"apiGroups": ["networking.k8s.io"], "resources": ["networkpolicies"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": ["networking.k8s.io"], "resources": ["networkpolicies"], "verbs": ["update"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
