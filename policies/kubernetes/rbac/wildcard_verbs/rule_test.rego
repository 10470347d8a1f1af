package policy.kubernetes.rbac.wildcard_verbs_test

import data.lib.cluster
import data.policy.kubernetes.rbac.wildcard_verbs as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": ["apps"], "resources": ["a"], "verbs": ["x", "*"]}]) == {"The rule allows every verb"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]) == set()
	found([{"apiGroups": ["apps"], "resources": ["a"], "verbs": ["get"]}]) == set()
}
