package policy.kubernetes.disruption.missing_test

import data.lib.cluster
import data.policy.kubernetes.disruption.missing as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

budget(spec) := cluster.made("PodDisruptionBudget", "cart", {"apiVersion": "policy/v1", "spec": object.union({"selector": {"matchLabels": {"app": "cart"}}}, spec)})

deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})


test_several_pods if {
	messages([deployment({"replicas": 3})], []) == {
		`No PodDisruptionBudget in scope "app" covers these pods, 3 at the fewest; objects applied from elsewhere are not seen`,
	}
}

test_silent if {
	found([deployment({"replicas": 3}), budget({})], [["PodDisruptionBudget/cart", ["spec", "selector"], "Deployment/cart"]]) == set()
	found([deployment({})], []) == set()
	found([deployment({"replicas": 3}), cluster.made("helm_release", "shop", {})], []) == set()
}
