package policy.kubernetes.autoscaler.two_autoscalers_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.two_autoscalers as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

autoscaler(name, spec) := cluster.made("HorizontalPodAutoscaler", name, {"spec": object.union(
	{"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "cart"}, "maxReplicas": 6},
	spec,
)})


test_the_second_is_reported if {
	violations := found([autoscaler("cart", {}), autoscaler("memory", {})], [])
	{[violation.resource, violation.message] | some violation in violations} == {[
		"HorizontalPodAutoscaler/memory",
		`Deployment "cart" is scaled by the autoscaler "cart" already`,
	]}
}

test_silent if {
	found([autoscaler("cart", {}), autoscaler("pay", {"scaleTargetRef": {"name": "pay"}})], []) == set()
	found([autoscaler("cart", {}), object.union(autoscaler("memory", {}), {"metadata": {"namespace": "bank"}})], []) == set()
}

test_doubt_where_another_one_is_unclear if {
	unclear := object.union(autoscaler("other", {"scaleTargetRef": {"name": "other"}}), {"unknown": [["spec", "scaleTargetRef", "name"]]})
	{violation.resource | some violation in found([autoscaler("cart", {}), unclear], [])} == {"HorizontalPodAutoscaler/cart", "HorizontalPodAutoscaler/other"}
}
