package policy.kubernetes.rbac.enters_pods_test

import data.lib.cluster
import data.policy.kubernetes.rbac.enters_pods as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "pods/exec"], "verbs": ["other", "create"]}]) == {"The role may run commands in pods: create on pods/exec"}
	found([{"apiGroups": ["*"], "resources": ["pods/exec"], "verbs": ["*"]}]) == {"The role may run commands in pods: * on pods/exec"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["pods/exec"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["create"]}]) == set()
	found([{"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
