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

test_the_workload_that_was_meant if {
	own := cluster.running("Deployment", "web", {}, {})
	mistaken := [autoscaler("cart", {}), autoscaler("web", {})]
	start := `Deployment "cart" is scaled by the autoscaler "cart" already`
	messages(array.concat(mistaken, [own]), []) == {concat("", [start, `; Deployment "web", which none scales, may be meant`])}
	scaled := autoscaler("other", {"scaleTargetRef": {"name": "web"}})
	messages(array.concat(mistaken, [own, scaled]), []) == {start}
	elsewhere := object.union(own, {"metadata": {"namespace": "bank"}})
	messages(array.concat(mistaken, [elsewhere]), []) == {start}
}

test_the_one_with_the_name_of_the_workload_is_right if {
	{violation.resource | some violation in found([autoscaler("a", {}), autoscaler("cart", {})], [])} == {"HorizontalPodAutoscaler/a"}
	{violation.resource | some violation in found([autoscaler("b", {}), autoscaler("d", {})], [])} == {"HorizontalPodAutoscaler/d"}
}
