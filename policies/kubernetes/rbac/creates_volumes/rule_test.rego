package policy.kubernetes.rbac.creates_volumes_test

import data.lib.cluster
import data.policy.kubernetes.rbac.creates_volumes as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("ClusterRole", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "persistentvolumes"], "verbs": ["other", "create"]}]) == {"The role may make persistent volumes: create on persistentvolumes"}
	found([{"apiGroups": ["*"], "resources": ["persistentvolumes"], "verbs": ["*"]}]) == {"The role may make persistent volumes: * on persistentvolumes"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["persistentvolumes"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["persistentvolumes"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["persistentvolumes"], "verbs": ["create"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
