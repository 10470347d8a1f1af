package policy.kubernetes.network.admits_all_test

import data.lib.cluster
import data.policy.kubernetes.network.admits_all as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

links := [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]


test_everything_is_allowed if {
	messages([policy({"ingress": [{}]}), deployment], links) == {
		`This rule allows all ingress, whatever other policies say: it applies to Deployment "cart"`,
	}
	messages([policy({"policyTypes": ["Egress"], "egress": [{"to": [], "ports": []}]})], []) == {
		"This rule allows all egress, whatever other policies say: no pod that it applies to is seen",
	}
}

test_silent if {
	every spec in [
		{},
		{"ingress": []},
		{"ingress": [{"from": [{"podSelector": {}}]}]},
		{"ingress": [{"ports": [{"port": 80}]}]},
		{"egress": [{}], "policyTypes": ["Ingress"]},
	] {
		found([policy(spec), deployment], links) == set()
	}
}
