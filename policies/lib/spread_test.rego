package lib.spread_test

import data.lib.cluster
import data.lib.spread

workload(pod) := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], []).workloads[0]

own := {"matchLabels": {"app": "web"}}

other := {"matchLabels": {"app": "other"}}

test_constraints_that_count_these_pods if {
	every constraint in [{"labelSelector": own}, {"labelSelector": {}}, {"topologyKey": "kubernetes.io/hostname"}] {
		spread.are_spread(workload({"topologySpreadConstraints": [constraint]}))
	}
	not spread.are_spread(workload({"topologySpreadConstraints": [{"labelSelector": other}]}))
	not spread.are_spread(workload({"topologySpreadConstraints": []}))
	not spread.are_spread(workload({}))
}

test_rules_that_keep_these_pods_away if {
	required := "requiredDuringSchedulingIgnoredDuringExecution"
	preferred := "preferredDuringSchedulingIgnoredDuringExecution"
	spread.are_spread(workload({"affinity": {"podAntiAffinity": {required: [{"labelSelector": own}]}}}))
	spread.are_spread(workload({"affinity": {"podAntiAffinity": {preferred: [{"podAffinityTerm": {"labelSelector": own}}]}}}))
	every rule in [{}, {"labelSelector": other}] {
		not spread.are_spread(workload({"affinity": {"podAntiAffinity": {required: [rule]}}}))
		not spread.are_spread(workload({"affinity": {"podAntiAffinity": {preferred: [{"podAffinityTerm": rule}]}}}))
	}
}

test_needs if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"unknown": [["spec", "template", "metadata", "labels", "app"], ["spec", "template", "spec", "affinity"]]})], [])
	found := spread.needs(document.workloads[0], document.resources.Deployment[0])
	count(found) == 2
}
