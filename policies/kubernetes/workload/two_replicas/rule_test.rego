package policy.kubernetes.workload.two_replicas_test

import data.lib.cluster
import data.policy.kubernetes.workload.two_replicas as rule

found(kind, spec) := messages if {
	document := cluster.document([object.union(cluster.running(kind, "cart", {"app": "cart"}, {}), {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found("Deployment", {"replicas": 2}) == {"While one of the two pods is away, there is no spare one"}
}

test_allows if {
	found("Deployment", {"replicas": 3}) == set()
	found("Deployment", {"replicas": 1}) == set()
	found("Deployment", {}) == set()
	found("StatefulSet", {"replicas": 2}) == set()
}
