package policy.kubernetes.pod.shared_processes_test

import data.lib.cluster
import data.policy.kubernetes.pod.shared_processes as rule

found(spec) := {violation.message | some violation in violations} if {
	document := cluster.document([cluster.made("Pod", "shop", {"spec": spec})], [])
	violations := rule.deny with input as document
}

two := [{"name": "shop", "image": "shop"}, {"name": "logs", "image": "logs"}]

test_denies if {
	found({"shareProcessNamespace": true, "containers": two}) == {"2 containers of the pod see each other's processes"}
}

test_allows if {
	found({"shareProcessNamespace": false, "containers": two}) == set()
	found({"containers": two}) == set()
	found({"shareProcessNamespace": true, "containers": [two[0]], "initContainers": [two[1]]}) == set()
}
