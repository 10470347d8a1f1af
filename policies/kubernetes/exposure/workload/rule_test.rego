package policy.kubernetes.exposure.workload_test

import data.policy.kubernetes.exposure.workload as rule

found(exposure) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as {"exposures": [object.union({"id": "Deployment/web", "kind": "Deployment", "standing": "open", "unknown": [], "stations": []}, exposure)]}
}

test_denies if {
	found({}) == {"The internet reaches the pods of this workload"}
	found({"standing": "unknown"}) == {"The internet reaches the pods of this workload"}
}

test_allows if {
	found({"standing": "possible"}) == set()
	found({"kind": "Service"}) == set()
}
