package policy.kubernetes.service.unseen_pods_test

import data.lib.cluster
import data.policy.kubernetes.service.unseen_pods as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

service(labels) := cluster.made("Service", "cart", {"spec": {"selector": labels}})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})

pay := cluster.running("Deployment", "pay", {"app": "pay"}, {})


test_none_is_seen if {
	messages([service({"app": "search"}), pay], []) == {`No pod with the labels that the Service selects found in namespace "shop" of scope "app"; objects applied from elsewhere are not seen`}
}

test_silent if {
	found([service({"app": "shop"}), deployment], []) == set()
	found([service({"app": "cart"}), deployment], [["Service/cart", ["spec", "selector"], "Deployment/cart"]]) == set()
}
