package policy.kubernetes.network.peer_without_pods_test

import data.lib.cluster
import data.policy.kubernetes.network.peer_without_pods as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

for_labels(labels) := policy({"podSelector": {"matchLabels": labels}})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})


admitting(peer) := policy({"podSelector": {}, "ingress": [{"from": [peer]}]})

test_labels_are_others if {
	violations := found([admitting({"podSelector": {"matchLabels": {"name": "cart"}}}), deployment], [])
	{[violation.path, violation.message] | some violation in violations} == {[
		["spec", "ingress", 0, "from", 0, "podSelector"],
		`No pod with the labels of this peer found in namespace "shop": Deployment "cart" has other labels`,
	]}
}

test_silent if {
	every peer in [
		{"podSelector": {"matchLabels": {"app": "cart"}}},
		{"podSelector": {}},
		{"podSelector": {"matchLabels": {"name": "cart"}}, "namespaceSelector": {}},
		{"ipBlock": {"cidr": "10.0.0.0/8"}},
	] {
		found([admitting(peer), deployment], []) == set()
	}
}
