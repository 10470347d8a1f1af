package policy.kubernetes.autoscaler.no_range_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.no_range as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

autoscaler(name, spec) := cluster.made("HorizontalPodAutoscaler", name, {"spec": object.union(
	{"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "cart"}, "maxReplicas": 6},
	spec,
)})


test_least_and_most_are_the_same if {
	messages([autoscaler("cart", {"minReplicas": 6})], []) == {"minReplicas is 6 and maxReplicas is 6: there is nothing to scale"}
	messages([autoscaler("cart", {"maxReplicas": "1"})], []) == {"minReplicas is 1 and maxReplicas is 1: there is nothing to scale"}
}

test_silent if found([autoscaler("cart", {"minReplicas": 2})], []) == set()
