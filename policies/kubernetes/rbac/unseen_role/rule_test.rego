package policy.kubernetes.rbac.unseen_role_test

import data.lib.cluster
import data.policy.kubernetes.rbac.unseen_role as rule

messages(objects, links) := found if {
	document := cluster.document(objects, links)
	found := {violation.message | some violation in rule.deny} with input as document
}

binding(kind, name) := cluster.made("RoleBinding", "cart", {"roleRef": {"kind": kind, "name": name}})

test_denies if {
	messages([binding("Role", "reads")], []) == {`No Role "reads" found in scope "app"; objects applied from elsewhere are not seen`}
	messages([binding("ClusterRole", "reads")], []) == {`No ClusterRole "reads" found in scope "app"; objects applied from elsewhere are not seen`}
}

test_denies_for_the_cluster if {
	given := cluster.made("ClusterRoleBinding", "cart", {"roleRef": {"kind": "ClusterRole", "name": "reads"}})
	messages([given], []) == {`No ClusterRole "reads" found in scope "app"; objects applied from elsewhere are not seen`}
	messages([given, cluster.made("ClusterRole", "read", {})], []) == set()
}

test_allows if {
	messages([binding("ClusterRole", "view")], []) == set()
	messages([binding("Role", "extension-apiserver-authentication-reader")], []) == set()
	messages([binding("Role", "reads"), cluster.made("helm_release", "shop", {})], []) == set()
	messages([binding("Role", "reads"), cluster.made("Role", "reads", {})], [["RoleBinding/cart", ["roleRef", "name"], "Role/reads"]]) == set()
}

test_leaves_to_missing_role_what_others_show if {
	messages([binding("Role", "reads"), cluster.made("Role", "read", {})], []) == set()
	messages([binding("ClusterRole", "reads"), cluster.made("ClusterRole", "read", {})], []) == set()
	messages([binding("Role", "reads"), object.union(cluster.made("Role", "reads", {}), {"root": "other"})], []) == set()
}
