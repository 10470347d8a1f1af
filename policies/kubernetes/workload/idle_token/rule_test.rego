package policy.kubernetes.workload.idle_token_test

import data.lib.cluster
import data.policy.kubernetes.workload.idle_token as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

deployment(pod) := cluster.running("Deployment", "cart", {"app": "cart"}, object.union({"serviceAccountName": "cart"}, pod))

account(more) := cluster.made("ServiceAccount", "cart", more)

link := ["Deployment/cart", ["spec", "template", "spec", "serviceAccountName"], "ServiceAccount/cart"]

test_no_binding if {
	messages([deployment({}), account({})], [link]) == {
		`The token of ServiceAccount "cart" is mounted, though no binding found in scope "app" names it; objects applied from elsewhere are not seen`,
	}
	count(found([deployment({"automountServiceAccountToken": true}), account({"automountServiceAccountToken": false})], [link])) == 1
}

test_doubt_where_the_account_has_no_known_name if {
	violations := found([deployment({}), account({"unknown": [["metadata", "name"]]})], [])
	{need.resource | some violation in violations; some need in violation.needs} == {"ServiceAccount/cart"}
}

test_silent if {
	found([deployment({"automountServiceAccountToken": false}), account({})], [link]) == set()
	found([deployment({}), account({"automountServiceAccountToken": false})], [link]) == set()
	found([deployment({})], []) == set()
	binding := cluster.made("RoleBinding", "cart", {})
	found([deployment({}), account({}), binding], [link, ["RoleBinding/cart", ["subjects", 0, "name"], "ServiceAccount/cart"]]) == set()
}
