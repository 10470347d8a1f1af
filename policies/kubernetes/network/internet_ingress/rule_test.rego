package policy.kubernetes.network.internet_ingress_test

import data.lib.cluster
import data.policy.kubernetes.network.internet_ingress as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

links := [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]


test_every_address if {
	spec := {"ingress": [{"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}]}
	messages([policy(spec), deployment], links) == {`0.0.0.0/0 may connect, whoever that is, to the pods of Deployment "cart"`}
	messages([policy(spec)], []) == {"0.0.0.0/0 may connect, whoever that is"}
}

test_silent if {
	found([policy({"ingress": [{"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}, {"podSelector": {}}]}]})], []) == set()
	found([policy({"egress": [{"to": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}]})], []) == set()
}
