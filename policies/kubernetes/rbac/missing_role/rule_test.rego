package policy.kubernetes.rbac.missing_role_test

import data.lib.cluster
import data.policy.kubernetes.rbac.missing_role as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

binding(kind, role) := cluster.made("RoleBinding", "cart", {"roleRef": {"kind": kind, "name": role}})

role(kind, name, namespace) := cluster.made(kind, name, {"metadata": {"namespace": namespace}})


test_no_role_of_that_name if {
	messages([binding("Role", "reads"), role("Role", "read", "shop")], []) == {
		`No Role "reads" found: there are other roles in scope "app", but objects applied from elsewhere are not seen`,
	}
	messages([binding("ClusterRole", "node"), role("ClusterRole", "nodes", "")], []) == {
		`No ClusterRole "node" found: there are other roles in scope "app", but objects applied from elsewhere are not seen`,
	}
}

test_other_namespace if {
	messages([binding("Role", "read"), role("Role", "read", "bank"), role("ClusterRole", "read", "")], []) == {
		`No Role "read" found: it is in namespace "bank", and a binding of namespace "shop" cannot grant it`,
	}
}

test_other_kind if {
	messages([binding("Role", "nodes"), role("ClusterRole", "nodes", "")], []) == {`No Role "nodes" found: a ClusterRole has that name`}
	messages([binding("ClusterRole", "read"), role("Role", "read", "shop")], []) == {`No ClusterRole "read" found: a Role has that name`}
}

test_binding_of_the_cluster_to_a_role if {
	given := cluster.made("ClusterRoleBinding", "cart", {"roleRef": {"kind": "Role", "name": "read"}})
	messages([given, role("Role", "write", "shop")], []) == {`A ClusterRoleBinding cannot give the Role "read", only a ClusterRole: the API server refuses it`}
}

test_silent if {
	found([binding("Role", "read"), role("Role", "read", "shop")], [["RoleBinding/cart", ["roleRef", "name"], "Role/read"]]) == set()
	every name in ["view", "system:node"] {
		found([binding("ClusterRole", name), role("ClusterRole", "nodes", "")], []) == set()
	}
	found([binding("Role", "read")], []) == set()
	found([binding("Role", "reads"), role("Role", "read", "shop"), object.union(role("Role", "reads", "shop"), {"root": "other"})], []) == set()
}
