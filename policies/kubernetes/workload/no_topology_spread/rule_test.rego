package policy.kubernetes.workload.no_topology_spread_test

import data.lib.cluster
import data.policy.kubernetes.workload.no_topology_spread as rule

found(spec, pod, others, links) := messages if {
	deployment := object.union(cluster.running("Deployment", "web", {"app": "web"}, pod), {"spec": spec})
	document := cluster.document(array.concat([deployment], others), links)
	messages := {violation.message | some violation in rule.deny} with input as document
}

nothing := {"Nothing spreads the pods of this Deployment over zones"}

test_denies if {
	found({"replicas": 2}, {}, [], []) == nothing
	found({"replicas": 2}, {"topologySpreadConstraints": []}, [], []) == nothing
}

test_denies_what_is_scaled if {
	autoscaler := cluster.made("HorizontalPodAutoscaler", "web", {"spec": {"maxReplicas": 5}})
	found({}, {}, [autoscaler], [["HorizontalPodAutoscaler/web", ["spec", "scaleTargetRef", "name"], "Deployment/web"]]) == nothing
}

test_allows if {
	found({"replicas": 2}, {"topologySpreadConstraints": [{"maxSkew": 1}]}, [], []) == set()
	found({"replicas": 1}, {}, [], []) == set()
	found({}, {}, [], []) == set()
}
