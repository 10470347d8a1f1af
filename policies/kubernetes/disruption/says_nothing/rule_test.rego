package policy.kubernetes.disruption.says_nothing_test

import data.lib.cluster
import data.policy.kubernetes.disruption.says_nothing as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodDisruptionBudget", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The budget sets neither minAvailable nor maxUnavailable"}
}

test_allows if {
	found({"maxUnavailable": 0}) == set()
	found({"minAvailable": "50%"}) == set()
}
