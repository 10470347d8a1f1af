package policy.kubernetes.rbac.missing_account_test

import data.lib.cluster
import data.policy.kubernetes.rbac.missing_account as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

binding(subject) := cluster.made("RoleBinding", "cart", {"subjects": [object.union({"kind": "ServiceAccount", "namespace": "shop"}, subject)]})

account(namespace) := cluster.made("ServiceAccount", "cart", {"metadata": {"namespace": namespace}})

test_no_account_of_that_name if {
	violations := found([binding({"name": "carts"}), account("shop")], [])
	{[violation.path, violation.message] | some violation in violations} == {[
		["subjects", 0, "name"],
		`No ServiceAccount "carts" found in namespace "shop": there are other accounts of that namespace in scope "app", but objects applied from elsewhere are not seen`,
	]}
}

test_other_namespace if {
	messages([binding({"name": "cart"}), account("bank")], []) == {`No ServiceAccount "cart" found in namespace "shop": it is in namespace "bank"`}
}

test_silent if {
	found([binding({"name": "{{ name }}"}), account("shop")], []) == set()
	found([binding({"name": "job-controller", "namespace": "kube-system"}), account("kube-system")], []) == set()
	found([binding({"name": "cart"}), account("shop")], [["RoleBinding/cart", ["subjects", 0, "name"], "ServiceAccount/cart"]]) == set()
	found([binding({"name": "default"}), account("shop")], []) == set()
	found([binding({"name": "carts", "kind": "User"}), account("shop")], []) == set()
	found([binding({"name": "cart"})], []) == set()
	found([binding({"name": "cart"}), account("")], []) == set()
}
