package policy.kubernetes.autoscaler.unseen_target_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.unseen_target as rule

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


test_nothing_of_the_namespace_is_seen if {
	messages([autoscaler("cart", {})], []) == {
		`No Deployment "cart" found in namespace "shop" of scope "app"; objects applied from elsewhere are not seen`,
	}
}

test_silent if {
	found([autoscaler("cart", {}), deployment], [["HorizontalPodAutoscaler/cart", ["spec", "scaleTargetRef", "name"], "Deployment/cart"]]) == set()
	found([autoscaler("cart", {}), pay], []) == set()
}
