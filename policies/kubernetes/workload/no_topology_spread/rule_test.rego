package policy.kubernetes.workload.no_topology_spread_test

import data.lib.cluster
import data.policy.kubernetes.workload.no_topology_spread as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Nothing spreads the pods of this Deployment over zones"}
	found({"topologySpreadConstraints": []}) == {"Nothing spreads the pods of this Deployment over zones"}
}

test_allows if {
	found({"topologySpreadConstraints": [{"maxSkew": 1}]}) == set()
}
