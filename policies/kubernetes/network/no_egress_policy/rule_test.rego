package policy.kubernetes.network.no_egress_policy_test

import data.lib.cluster
import data.policy.kubernetes.network.no_egress_policy as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

links := [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]


test_ingress_alone if {
	every spec in [{}, {"policyTypes": ["Ingress"], "egress": [{}]}, {"egress": []}] {
		messages([policy(spec), deployment], links) == {
			`Only ingress is limited, by "cart": no policy found in scope "app" limits egress; objects applied from elsewhere are not seen`,
		}
	}
}

test_silent if {
	found([deployment], []) == set()
	every spec in [{"policyTypes": ["Egress"]}, {"egress": [{"ports": [{"port": 53}]}]}] {
		found([policy(spec), deployment], links) == set()
	}
	on_the_node := cluster.running("Deployment", "cart", {"app": "cart"}, {"hostNetwork": true})
	found([policy({}), on_the_node], links) == set()
	found([policy({}), deployment, cluster.made("CiliumNetworkPolicy.cilium.io", "all", {})], links) == set()
}
