package policy.kubernetes.workload.missing_account_test

import data.lib.cluster
import data.policy.kubernetes.workload.missing_account as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

deployment(pod) := cluster.running("Deployment", "cart", {"app": "cart"}, pod)

test_no_account_of_that_name if {
	message := `No ServiceAccount "cart" found in namespace "shop": there are other pods of that namespace in scope "app", but objects applied from elsewhere are not seen`
	every field in ["serviceAccountName", "serviceAccount"] {
		violations := found([deployment({field: "cart"})], [])
		{[violation.path, violation.message] | some violation in violations} == {[["spec", "template", "spec", field], message]}
	}
	both := found([deployment({"serviceAccountName": "cart", "serviceAccount": "cart"})], [])
	count(both) == 1
}

test_silent if {
	found([deployment({})], []) == set()
	found([deployment({"serviceAccountName": "default"})], []) == set()
	account := cluster.made("ServiceAccount", "cart", {})
	found([deployment({"serviceAccountName": "cart"}), account], [["Deployment/cart", ["spec", "template", "spec", "serviceAccountName"], "ServiceAccount/cart"]]) == set()
}
