package policy.kubernetes.rbac.changes_bindings_test

import data.lib.cluster
import data.policy.kubernetes.rbac.changes_bindings as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["other", "rolebindings"], "verbs": ["other", "patch"]}]) == {"The role may change who has which role: patch on rolebindings"}
	found([{"apiGroups": ["*"], "resources": ["rolebindings"], "verbs": ["*"]}]) == {"The role may change who has which role: * on rolebindings"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["rolebindings"], "verbs": ["patch"]}]) == set()
	found([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["other"], "verbs": ["patch"]}]) == set()
	found([{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["rolebindings"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["rolebindings"], "verbs": ["patch"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
