package policy.kubernetes.rbac.cluster_admin_binding_test

import data.lib.cluster
import data.policy.kubernetes.rbac.cluster_admin_binding as rule

found(changes) := messages if {
	given := object.union({"roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [{"kind": "User", "name": "jane"}]}, changes)
	document := cluster.document([cluster.made("ClusterRoleBinding", "app", given)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"roleRef": {"kind": "ClusterRole", "name": "cluster-admin"}}) == {"cluster-admin is given to jane"}
}

test_allows if {
	found({}) == set()
	found({"roleRef": {"kind": "ClusterRole", "name": "cluster-admin"}, "subjects": [{"kind": "Group", "name": "system:masters"}]}) == set()
	found({"roleRef": {"kind": "Role", "name": "admin"}}) == set()
}
