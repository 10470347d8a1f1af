package policy.kubernetes.gateway.missing_service_test

import data.lib.cluster
import data.policy.kubernetes.gateway.missing_service as rule

kind := "HTTPRoute.gateway.networking.k8s.io"

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

to(backend) := cluster.made(kind, "shop", {"apiVersion": "gateway.networking.k8s.io/v1", "spec": {"rules": [{"backendRefs": [backend]}]}})

place := ["spec", "rules", 0, "backendRefs", 0, "name"]

pods := cluster.running("Deployment", "cart", {"app": "cart"}, {})

service := cluster.made("Service", "cart", {"spec": {"ports": [{"port": 80}]}})

test_no_service_of_that_name if {
	violations := found([to({"name": "cart", "port": 80}), pods], [])
	{[violation.path, violation.message] | some violation in violations} == {[
		place,
		`No Service "cart" found in namespace "shop": there are other pods of that namespace in scope "app", but objects applied from elsewhere are not seen`,
	]}
}

test_silent if {
	found([to({"name": "cart"}), pods, service], [[sprintf("%s/shop", [kind]), place, "Service/cart"]]) == set()
	found([to({"name": "cart", "kind": "Bucket"}), pods], []) == set()
	found([to({"name": "cart", "namespace": "other"}), pods], []) == set()
	found([to({"name": "cart"})], []) == set()
}
