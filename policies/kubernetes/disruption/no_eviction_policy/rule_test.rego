package policy.kubernetes.disruption.no_eviction_policy_test

import data.lib.cluster
import data.policy.kubernetes.disruption.no_eviction_policy as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodDisruptionBudget", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"maxUnavailable": 1}) == {"Pods that do not work cannot be evicted either: unhealthyPodEvictionPolicy is not set"}
}

test_older_versions_have_no_such_field if {
	budget := cluster.made("PodDisruptionBudget", "web", {"apiVersion": "policy/v1beta1", "spec": {"maxUnavailable": 1}})
	document := cluster.document([budget], [])
	count(rule.deny) == 0 with input as document
}

test_allows if {
	found({"unhealthyPodEvictionPolicy": "AlwaysAllow"}) == set()
	found({"unhealthyPodEvictionPolicy": "IfHealthyBudget"}) == set()
}
