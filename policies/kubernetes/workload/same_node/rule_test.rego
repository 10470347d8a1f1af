package policy.kubernetes.workload.same_node_test

import data.lib.cluster
import data.policy.kubernetes.workload.same_node as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

deployment(spec, pod) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, pod), {"spec": spec})

test_nothing_spreads_them if {
	every pod in [
		{},
		{"topologySpreadConstraints": []},
		{"affinity": {"podAntiAffinity": {}}},
		{"affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"labelSelector": {"matchLabels": {"app": "pay"}}}]}}},
	] {
		messages([deployment({"replicas": 3}, pod)], []) == {"Nothing keeps all 3 replicas from running on one node"}
	}
}

test_silent if {
	found([deployment({}, {})], []) == set()
	every pod in [
		{"topologySpreadConstraints": [{"topologyKey": "kubernetes.io/hostname"}]},
		{"affinity": {"podAntiAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"podAffinityTerm": {"labelSelector": {"matchLabels": {"app": "cart"}}}}]}}},
	] {
		found([deployment({"replicas": 3}, pod)], []) == set()
	}
}
