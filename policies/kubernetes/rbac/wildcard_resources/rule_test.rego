package policy.kubernetes.rbac.wildcard_resources_test

import data.lib.cluster
import data.policy.kubernetes.rbac.wildcard_resources as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": ["apps"], "resources": ["x", "*"], "verbs": ["get"]}]) == {"The rule holds for every resource"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]) == set()
	found([{"apiGroups": ["apps"], "resources": ["a"], "verbs": ["get"]}]) == set()
}
