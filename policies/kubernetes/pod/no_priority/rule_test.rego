package policy.kubernetes.pod.no_priority_test

import data.lib.cluster
import data.policy.kubernetes.pod.no_priority as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Pods of this Deployment are worth as much as any other: no priorityClassName is set"}
}

test_allows if {
	found({"priorityClassName": "service"}) == set()
}

test_allows_where_there_is_a_default if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {}), cluster.made("PriorityClass", "usual", {"globalDefault": true})], [])
	count(rule.deny) == 0 with input as document
}
