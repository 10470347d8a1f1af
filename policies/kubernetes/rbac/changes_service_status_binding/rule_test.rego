package policy.kubernetes.rbac.changes_service_status_binding_test

import data.lib.cluster
import data.policy.kubernetes.rbac.changes_service_status_binding as rule

found(changes) := messages if {
	given := object.union({"rules": [{"apiGroups": [""], "resources": ["pods/exec"], "verbs": ["create"]}]}, changes)
	roles := [cluster.made("Role", "app", given), cluster.made("RoleBinding", "app", {"roleRef": {"kind": "Role", "name": "app"}})]
	document := cluster.document(roles, [["RoleBinding/app", ["roleRef", "name"], "Role/app"]])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"rules": [{"apiGroups": [""], "resources": ["services/status"], "verbs": ["patch"]}]}) == {"app is given, which may say what addresses Services have"}
}

test_allows if {
	found({}) == set()
	found({"rules": []}) == set()
	found({"rules": [{"apiGroups": [""], "resources": ["services"], "verbs": ["patch"]}]}) == set()
}
