package policy.kubernetes.workload.no_rolling_update_test

import data.lib.cluster
import data.policy.kubernetes.workload.no_rolling_update as rule

found(spec) := messages if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"strategy": {"type": "Recreate"}}) == {"Pods are not replaced one by one: the strategy is Recreate"}
}

test_allows if {
	found({}) == set()
	found({"strategy": {"type": "RollingUpdate"}}) == set()
}
