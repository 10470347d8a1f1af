package policy.kubernetes.rbac.default_account_test

import data.lib.cluster
import data.policy.kubernetes.rbac.default_account as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

binding(subject) := cluster.made("RoleBinding", "cart", {"roleRef": {"kind": "Role", "name": "read"}, "subjects": [subject]})

test_default_account if {
	message := `Every pod of namespace "shop" without an account of its own gets the Role "read"`
	messages([binding({"kind": "ServiceAccount", "name": "default", "namespace": "shop"})], []) == {message}
	messages([binding({"kind": "ServiceAccount", "name": "default"})], []) == {message}
}

test_silent if {
	found([binding({"kind": "ServiceAccount", "name": "cart"})], []) == set()
	found([binding({"kind": "User", "name": "default"})], []) == set()
}
