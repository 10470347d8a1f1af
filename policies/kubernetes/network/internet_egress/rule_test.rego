package policy.kubernetes.network.internet_egress_test

import data.lib.cluster
import data.policy.kubernetes.network.internet_egress as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

links := [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]


to(block) := policy({"egress": [{"to": [{"ipBlock": block}]}]})

test_every_address if {
	messages([to({"cidr": "0.0.0.0/0"}), deployment], links) == {
		`The pods may connect to 0.0.0.0/0, the metadata service of the cloud included: Deployment "cart"`,
	}
	messages([to({"cidr": "0.0.0.0/0", "except": ["169.254.0.0/16"]})], []) == {"The pods may connect to 0.0.0.0/0"}
	messages([to({"cidr": "0.0.0.0/0", "except": ["10.0.0.0/8"]})], []) == {
		"The pods may connect to 0.0.0.0/0, the metadata service of the cloud included",
	}
	messages([to({"cidr": "::/0"})], []) == {"The pods may connect to ::/0"}
}

test_silent if found([to({"cidr": "10.0.0.0/8"})], []) == set()
