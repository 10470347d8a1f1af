package policy.kubernetes.ingress.wrong_port_test

import data.lib.cluster
import data.policy.kubernetes.ingress.wrong_port as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

ingress(backend) := cluster.made("Ingress", "shop", {"spec": {"rules": [{"host": "shop.example.com", "http": {"paths": [{"path": "/", "backend": backend}]}}]}})

to(port) := ingress({"service": {"name": "cart", "port": port}})

place := ["spec", "rules", 0, "http", "paths", 0, "backend", "service", "name"]

service := cluster.made("Service", "cart", {"spec": {"ports": [{"name": "http", "port": 80}]}})

links := [["Ingress/shop", place, "Service/cart"]]

test_port_that_the_service_lacks if {
	messages([to({"number": 8080}), service], links) == {`Service "cart" has no port 8080: its ports are 80`}
	messages([to({"name": "https"}), service], links) == {`Service "cart" has no port https: its ports are 80`}
}

test_service_without_ports if {
	bare := cluster.made("Service", "cart", {"spec": {"selector": {"app": "cart"}}})
	messages([to({"number": 80}), bare], links) == {`Service "cart" has no port 80: it has none`}
}

test_silent if {
	found([to({"number": 80}), service], links) == set()
	found([to({"name": "http"}), service], links) == set()
	found([to({"number": 99})], []) == set()
	external := cluster.made("Service", "cart", {"spec": {"type": "ExternalName"}})
	found([to({"number": 443}), external], links) == set()
}
