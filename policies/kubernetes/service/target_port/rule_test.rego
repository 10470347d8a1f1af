package policy.kubernetes.service.target_port_test

import data.lib.cluster
import data.policy.kubernetes.service.target_port as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

service(port) := cluster.made("Service", "cart", {"spec": {"selector": {"app": "cart"}, "ports": [{"port": 80, "targetPort": port}]}})

with_port(name) := cluster.running("Deployment", "cart", {"app": "cart"}, {"containers": [{"name": "cart", "image": "example", "ports": [{"name": name, "containerPort": 8080}]}]})

links := [["Service/cart", ["spec", "selector"], "Deployment/cart"]]

test_name_that_no_container_has if {
	messages([service("http"), with_port("web")], links) == {`No container of the pods selected in namespace "shop" has a port named "http": Deployment "cart"`}
}

test_silent if {
	found([service("http"), with_port("http")], links) == set()
	found([service("8080"), with_port("web")], links) == set()
	found([service("http"), with_port("web")], []) == set()
}
