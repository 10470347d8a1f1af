package policy.kubernetes.workload.same_selector_test

import data.lib.cluster
import data.policy.kubernetes.workload.same_selector as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

deployment(name, labels) := cluster.running("Deployment", name, labels, {})

test_the_second_is_reported if {
	violations := found([deployment("cart", {"app": "cart"}), deployment("worker", {"app": "cart"})], [])
	{[violation.resource, violation.message] | some violation in violations} == {[
		"Deployment/worker",
		`The selector is that of Deployment "cart", so autoscalers and disruption budgets cannot tell their pods apart`,
	]}
}

test_silent if {
	found([deployment("cart", {"app": "cart"}), deployment("worker", {"app": "worker"})], []) == set()
	found([deployment("cart", {"app": "cart"}), object.union(deployment("worker", {"app": "cart"}), {"metadata": {"namespace": "bank"}})], []) == set()
	found([deployment("cart", {"app": "cart"}), object.union(deployment("cart", {"app": "cart"}), {"id": "Deployment/cart#2"})], []) == set()
	found([deployment("cart", {"app": "cart"}), cluster.running("StatefulSet", "db", {"app": "cart"}, {})], []) == set()
}

test_doubt_where_another_selector_is_unclear if {
	unclear := object.union(deployment("worker", {"app": "worker"}), {"unknown": [["spec", "selector"]]})
	count(found([deployment("cart", {"app": "cart"}), unclear], [])) == 2
}

test_doubt_where_the_namespace_is_unclear if {
	astray := object.union(deployment("worker", {"app": "cart"}), {"unknown": [["metadata", "namespace"]]})
	elsewhere := object.union(astray, {"metadata": {"namespace": "bank"}})
	needs := {need | some violation in found([deployment("cart", {"app": "cart"}), elsewhere], []); some need in violation.needs}
	needs == {{"resource": "Deployment/worker", "path": ["metadata", "namespace"]}}
	found([deployment("cart", {"app": "cart"}), object.union(deployment("worker", {"app": "worker"}), {"unknown": [["metadata", "namespace"]]})], []) == set()
}
