package policy.kubernetes.autoscaler.fixed_replicas_test

import data.lib.cluster
import data.policy.kubernetes.autoscaler.fixed_replicas as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

autoscaler(name, spec) := cluster.made("HorizontalPodAutoscaler", name, {"spec": object.union(
	{"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "cart"}, "maxReplicas": 6},
	spec,
)})


deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})

links := [["HorizontalPodAutoscaler/cart", ["spec", "scaleTargetRef", "name"], "Deployment/cart"]]

test_both_say_how_many if {
	messages([autoscaler("cart", {}), deployment({"replicas": 3})], links) == {
		`Applying this sets the replicas back to 3, though the autoscaler "cart" decides how many there are`,
	}
}

test_silent if {
	found([autoscaler("cart", {}), deployment({})], links) == set()
	found([autoscaler("cart", {}), deployment({"replicas": 0})], links) == set()
	found([deployment({"replicas": 3})], []) == set()
	found([object.union(autoscaler("cart", {}), {}), object.union(deployment({"replicas": 3}), {"id": "Deployment/kubernetes_deployment.cart"})], []) == set()
}
