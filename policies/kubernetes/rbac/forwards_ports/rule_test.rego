package policy.kubernetes.rbac.forwards_ports_test

import data.lib.cluster
import data.policy.kubernetes.rbac.forwards_ports as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "pods/portforward"], "verbs": ["other", "create"]}]) == {"The role may reach the ports of pods: create on pods/portforward"}
	found([{"apiGroups": ["*"], "resources": ["pods/portforward"], "verbs": ["*"]}]) == {"The role may reach the ports of pods: * on pods/portforward"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["pods/portforward"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["pods/portforward"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["pods/portforward"], "verbs": ["create"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
