package policy.kubernetes.autoscaler.two_replicas_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.two_replicas as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("HorizontalPodAutoscaler", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"minReplicas": 2}) == {"While one of the two pods that the autoscaler keeps is away, there is no spare one"}
}

test_allows if {
	found({}) == set()
	found({"minReplicas": 1}) == set()
	found({"minReplicas": "3"}) == set()
}
