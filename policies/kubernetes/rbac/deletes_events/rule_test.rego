package policy.kubernetes.rbac.deletes_events_test

import data.lib.cluster
import data.policy.kubernetes.rbac.deletes_events as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "events"], "verbs": ["other", "delete"]}]) == {"The role may delete what tells of an intruder: delete on events"}
	found([{"apiGroups": ["*"], "resources": ["events"], "verbs": ["*"]}]) == {"The role may delete what tells of an intruder: * on events"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["events"], "verbs": ["delete"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["delete"]}]) == set()
	found([{"apiGroups": [""], "resources": ["events"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["events"], "verbs": ["delete"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
