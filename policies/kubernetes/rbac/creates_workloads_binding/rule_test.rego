package policy.kubernetes.rbac.creates_workloads_binding_test

import data.lib.cluster
import data.policy.kubernetes.rbac.creates_workloads_binding as rule

found(changes) := messages if {
	given := object.union({"rules": [{"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"]}]}, changes)
	roles := [cluster.made("Role", "app", given), cluster.made("RoleBinding", "app", {"roleRef": {"kind": "Role", "name": "app"}})]
	document := cluster.document(roles, [["RoleBinding/app", ["roleRef", "name"], "Role/app"]])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"rules": [{"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["create"]}]}) == {"app is given, which may make pods"}
}

test_allows if {
	found({}) == set()
	found({"rules": []}) == set()
}
