package policy.kubernetes.network.unseen_peer_test

import data.lib.cluster
import data.policy.kubernetes.network.unseen_peer as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

admitting(peer) := policy({"podSelector": {}, "ingress": [{"from": [peer]}]})

test_none_is_seen if {
	violations := found([admitting({"podSelector": {"matchLabels": {"app": "front"}}}), deployment], [])
	{[violation.path, violation.message] | some violation in violations} == {[
		["spec", "ingress", 0, "from", 0, "podSelector"],
		`No pod with the labels of this peer found in namespace "shop" of scope "app"; objects applied from elsewhere are not seen`,
	]}
}

test_silent if {
	every peer in [
		{"podSelector": {"matchLabels": {"app": "cart"}}},
		{"podSelector": {"matchLabels": {"name": "cart"}}},
		{"podSelector": {}},
		{"podSelector": {"matchLabels": {"app": "front"}, "matchExpressions": [{"key": "tier", "operator": "Exists"}]}},
		{"podSelector": {"matchLabels": {"app": "front"}}, "namespaceSelector": {}},
		{"ipBlock": {"cidr": "10.0.0.0/8"}},
	] {
		found([admitting(peer), deployment], []) == set()
	}
}
