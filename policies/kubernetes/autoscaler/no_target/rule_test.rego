package policy.kubernetes.autoscaler.no_target_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.no_target as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

autoscaler(name, spec) := cluster.made("HorizontalPodAutoscaler", name, {"spec": object.union(
	{"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "cart"}, "maxReplicas": 6},
	spec,
)})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

pay := cluster.running("Deployment", "pay", {"app": "pay"}, {})


test_no_workload_of_that_name if {
	messages([autoscaler("cart", {}), pay], []) == {
		`No Deployment "cart" found in namespace "shop": there are other pods of that namespace in scope "app", but objects applied from elsewhere are not seen`,
	}
}

test_silent if {
	found([autoscaler("cart", {}), deployment], [["HorizontalPodAutoscaler/cart", ["spec", "scaleTargetRef", "name"], "Deployment/cart"]]) == set()
	found([autoscaler("cart", {})], []) == set()
	found([autoscaler("cart", {"scaleTargetRef": {"apiVersion": "example.com/v1"}}), pay], []) == set()
	found([autoscaler("cart", {"scaleTargetRef": {"kind": "Stream"}}), pay], []) == set()
}
