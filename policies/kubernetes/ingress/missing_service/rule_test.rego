package policy.kubernetes.ingress.missing_service_test

import data.lib.cluster
import data.policy.kubernetes.ingress.missing_service as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

ingress(backend) := cluster.made("Ingress", "shop", {"spec": {"rules": [{"host": "shop.example.com", "http": {"paths": [{"path": "/", "backend": backend}]}}]}})

to(port) := ingress({"service": {"name": "cart", "port": port}})

place := ["spec", "rules", 0, "http", "paths", 0, "backend", "service", "name"]

service := cluster.made("Service", "cart", {"spec": {"ports": [{"name": "http", "port": 80}]}})


pods := cluster.running("Deployment", "cart", {"app": "cart"}, {})

other := cluster.made("Service", "pay", {})

test_no_service_of_that_name if {
	violations := found([to({"number": 80}), pods], [])
	{[violation.path, violation.message] | some violation in violations} == {[
		place,
		`No Service "cart" found in namespace "shop": there are other pods of that namespace in scope "app", but objects applied from elsewhere are not seen`,
	]}
	messages([to({"number": 80}), other], []) == {
		`No Service "cart" found in namespace "shop": there are other Services of that namespace in scope "app", but objects applied from elsewhere are not seen`,
	}
}

test_silent if {
	found([to({"number": 80}), pods, service], [["Ingress/shop", place, "Service/cart"]]) == set()
	found([to({"name": "use-annotation"}), pods], []) == set()
	found([to({"number": 80})], []) == set()
}

test_backend_of_an_older_form if {
	old := object.union(ingress({"serviceName": "cart", "servicePort": 80}), {"apiVersion": "networking.k8s.io/v1"})
	messages([old, service], []) == {`The backend names no Service: networking.k8s.io/v1 reads its name from "service.name" only`}
}
