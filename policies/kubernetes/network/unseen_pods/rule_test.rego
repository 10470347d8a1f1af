package policy.kubernetes.network.unseen_pods_test

import data.lib.cluster
import data.policy.kubernetes.network.unseen_pods as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

for_labels(labels) := policy({"podSelector": {"matchLabels": labels}})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

pay := cluster.running("Deployment", "pay", {"app": "pay"}, {})


test_none_is_seen if {
	messages([for_labels({"app": "search"}), pay], []) == {`No pod that the policy selects found in namespace "shop" of scope "app"; objects applied from elsewhere are not seen`}
}

test_silent if {
	found([for_labels({"app": "shop"}), deployment], []) == set()
	found([for_labels({"app": "cart"}), deployment], [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]) == set()
}
