package policy.kubernetes.disruption.missing_if_scaled_test

import data.lib.cluster
import data.policy.kubernetes.disruption.missing_if_scaled as rule

messages(objects, links) := {violation.message | some violation in found(objects, links)}

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})

budget := cluster.made("PodDisruptionBudget", "cart", {"spec": {"selector": {"matchLabels": {"app": "cart"}}}})

test_open_number if {
	messages([deployment({})], []) == {`No PodDisruptionBudget in scope "app" covers these pods, and their number is left open; objects applied from elsewhere are not seen`}
}

test_silent if {
	found([deployment({"replicas": 1})], []) == set()
	found([deployment({"replicas": 3})], []) == set()
	found([deployment({}), budget], [["PodDisruptionBudget/cart", ["spec", "selector"], "Deployment/cart"]]) == set()
	found([deployment({}), cluster.made("helm_release", "shop", {})], []) == set()
}
