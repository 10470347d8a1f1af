package policy.kubernetes.rbac.changes_configmaps_test

import data.lib.cluster
import data.policy.kubernetes.rbac.changes_configmaps as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "configmaps"], "verbs": ["other", "patch"]}]) == {"The role may change ConfigMaps: patch on configmaps"}
	found([{"apiGroups": ["*"], "resources": ["configmaps"], "verbs": ["*"]}]) == {"The role may change ConfigMaps: * on configmaps"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["configmaps"], "verbs": ["patch"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["patch"]}]) == set()
	found([{"apiGroups": [""], "resources": ["configmaps"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["configmaps"], "verbs": ["patch"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
