package policy.kubernetes.disruption.no_pods_test

import data.lib.cluster
import data.policy.kubernetes.disruption.no_pods as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

budget(spec) := cluster.made("PodDisruptionBudget", "cart", {"apiVersion": "policy/v1", "spec": object.union({"selector": {"matchLabels": {"app": "cart"}}}, spec)})

deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})


test_labels_are_others if {
	other := budget({"selector": {"matchLabels": {"app": "shop"}}})
	messages([other, deployment({})], []) == {
		`No pod that the budget selects found in namespace "shop": Deployment "cart" has other labels`,
	}
}

test_no_selector if {
	messages([cluster.made("PodDisruptionBudget", "cart", {"spec": {"minAvailable": 1}})], []) == {
		"The budget has no selector, so it covers no pod",
	}
}

test_silent if {
	found([budget({}), deployment({})], [["PodDisruptionBudget/cart", ["spec", "selector"], "Deployment/cart"]]) == set()
	found([cluster.made("PodDisruptionBudget", "cart", {"spec": {"selector": {}}}), deployment({})], []) == set()
}
