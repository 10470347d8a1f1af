package policy.kubernetes.autoscaler.single_replica_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.single_replica as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("HorizontalPodAutoscaler", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The service is away whenever the one pod is that the autoscaler keeps"}
	found({"minReplicas": 1}) == {"The service is away whenever the one pod is that the autoscaler keeps"}
}

test_allows if {
	found({"minReplicas": 0}) == set()
	found({"minReplicas": 2}) == set()
	found({"minReplicas": "3"}) == set()
}
