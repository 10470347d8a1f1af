package policy.kubernetes.rbac.system_masters_test

import data.lib.cluster
import data.policy.kubernetes.rbac.system_masters as rule

found(changes) := messages if {
	given := object.union({"roleRef": {"kind": "ClusterRole", "name": "view"}, "subjects": [{"kind": "User", "name": "jane"}]}, changes)
	document := cluster.document([cluster.made("ClusterRoleBinding", "app", given)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"subjects": [{"kind": "Group", "name": "system:masters"}]}) == {"view is given to system:masters, whose members may do everything already"}
}

test_allows if {
	found({}) == set()
	found({"subjects": [{"kind": "User", "name": "system:masters"}]}) == set()
}
