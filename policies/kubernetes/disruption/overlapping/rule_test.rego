package policy.kubernetes.disruption.overlapping_test

import data.lib.cluster
import data.policy.kubernetes.disruption.overlapping as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

budget(spec) := cluster.made("PodDisruptionBudget", "cart", {"apiVersion": "policy/v1", "spec": object.union({"selector": {"matchLabels": {"app": "cart"}}}, spec)})

deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})

other := object.union(budget({}), {"metadata": {"name": "shop"}})

links := [["PodDisruptionBudget/cart", ["spec", "selector"], "Deployment/cart"], ["PodDisruptionBudget/shop", ["spec", "selector"], "Deployment/cart"]]

test_the_second_is_reported if {
	violations := found([budget({}), other, deployment({})], links)
	{[violation.resource, violation.message] | some violation in violations} == {[
		"PodDisruptionBudget/shop",
		`Pods of Deployment "cart" are covered by the budget "cart" too, so none of them can be evicted`,
	]}
}

test_silent if {
	found([budget({}), deployment({})], [links[0]]) == set()
	twice := object.union(budget({}), {"id": "PodDisruptionBudget/cart#2"})
	found([budget({}), twice, deployment({})], [links[0], ["PodDisruptionBudget/cart#2", ["spec", "selector"], "Deployment/cart"]]) == set()
}

test_doubt_where_another_selector_is_unclear if {
	unclear := object.union(other, {"unknown": [["spec", "selector"]]})
	count(found([budget({}), unclear, deployment({})], [links[0]])) == 2
}
