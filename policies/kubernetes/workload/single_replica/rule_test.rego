package policy.kubernetes.workload.single_replica_test

import data.lib.cluster
import data.policy.kubernetes.workload.single_replica as rule

found(spec) := messages if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The service is away whenever its one pod is"}
	found({"replicas": 1}) == {"The service is away whenever its one pod is"}
}

test_allows if {
	found({"replicas": 2}) == set()
	found({"replicas": 0}) == set()
}
