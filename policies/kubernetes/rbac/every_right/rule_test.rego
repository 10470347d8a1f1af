package policy.kubernetes.rbac.every_right_test

import data.lib.cluster
import data.policy.kubernetes.rbac.every_right as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]) == {"The rule allows everything on everything"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]}]) == set()
}
