package policy.kubernetes.network.selects_nothing_test

import data.lib.cluster
import data.policy.kubernetes.network.selects_nothing as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

policy(spec) := cluster.made("NetworkPolicy", "cart", {"spec": spec})

for_labels(labels) := policy({"podSelector": {"matchLabels": labels}})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})


test_labels_are_others if {
	messages([for_labels({"app": "shop"}), deployment], []) == {
		`No pod that the policy selects found in namespace "shop": Deployment "cart" has other labels`,
	}
}

test_silent if {
	found([policy({"podSelector": {}}), deployment], []) == set()
	found([for_labels({"app": "cart"}), deployment], [["NetworkPolicy/cart", ["spec", "podSelector"], "Deployment/cart"]]) == set()
}
