package policy.kubernetes.rbac.creates_workloads_test

import data.lib.cluster
import data.policy.kubernetes.rbac.creates_workloads as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "pods"], "verbs": ["other", "create"]}]) == {"The role may make or change what runs: create on pods"}
	found([{"apiGroups": ["*"], "resources": ["pods"], "verbs": ["*"]}]) == {"The role may make or change what runs: * on pods"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["pods"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["pods"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["create"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
