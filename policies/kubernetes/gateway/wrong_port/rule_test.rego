package policy.kubernetes.gateway.wrong_port_test

import data.lib.cluster
import data.policy.kubernetes.gateway.wrong_port as rule

kind := "HTTPRoute.gateway.networking.k8s.io"

messages(port, spec) := {[violation.path, violation.message] | some violation in denied} if {
	route := cluster.made(kind, "shop", {"spec": {"rules": [{"backendRefs": [{"name": "cart", "port": port}]}]}})
	service := cluster.made("Service", "cart", {"spec": spec})
	link := [sprintf("%s/shop", [kind]), ["spec", "rules", 0, "backendRefs", 0, "name"], "Service/cart"]
	document := cluster.document([route, service], [link])
	denied := rule.deny with input as document
}

test_a_port_of_the_container_is_wrong if {
	messages(8080, {"ports": [{"port": 80}, {"port": 443}]}) == {[
		["spec", "rules", 0, "backendRefs", 0, "port"],
		`Service "cart" has no port 8080: its ports are 443, 80`,
	]}
}

test_a_service_without_ports if {
	messages(80, {"clusterIP": "None"}) == {[
		["spec", "rules", 0, "backendRefs", 0, "port"],
		`Service "cart" has no port 80: it has none`,
	]}
}

test_silent if {
	messages(80, {"ports": [{"port": 80}]}) == set()
	messages(80, {"type": "ExternalName"}) == set()
}
