package policy.kubernetes.network.port_name_test

import data.lib.cluster
import data.policy.kubernetes.network.port_name as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(port) := cluster.made("NetworkPolicy", "cart", {"spec": {"podSelector": {}, "ingress": [{"ports": [{"port": port}]}]}})

with_port(name) := cluster.running("Deployment", "cart", {"app": "cart"}, {"containers": [{"name": "cart", "image": "example", "ports": [{"name": name, "containerPort": 8080}]}]})

links := [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]

test_name_that_no_container_has if {
	messages([policy("http"), with_port("web")], links) == {`No container of the selected pods has a port named "http": Deployment "cart"`}
}

test_silent if {
	found([policy("http"), with_port("http")], links) == set()
	found([policy(8080), with_port("web")], links) == set()
	found([policy("http"), with_port("web")], []) == set()
}
