package policy.kubernetes.workload.same_node_if_scaled_test

import data.lib.cluster
import data.policy.kubernetes.workload.same_node_if_scaled as rule

messages(spec, pod) := found if {
	given := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, pod), {"spec": spec})
	document := cluster.document([given], [])
	found := {violation.message | some violation in rule.deny} with input as document
}

test_open_number if {
	messages({}, {}) == {"Nothing keeps these pods from running on one node, and their number is left open"}
}

test_silent if {
	messages({"replicas": 1}, {}) == set()
	messages({"replicas": 3}, {}) == set()
	messages({}, {"topologySpreadConstraints": [{"topologyKey": "kubernetes.io/hostname"}]}) == set()
}
