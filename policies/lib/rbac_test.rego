package lib.rbac_test

import data.lib.rbac

reached := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"reaches": [
		{"kind": "ServiceAccount", "index": 0, "relation": "runs-as"},
		{"kind": "ClusterRoleBinding", "index": 0, "relation": "binds"},
	],
}

resources := {
	"Deployment": [{"id": "d", "root": "."}],
	"ServiceAccount": [{"id": "a", "root": ".", "unknown": [], "attributes": {"automountServiceAccountToken": false}}],
	"ClusterRoleBinding": [
		{"id": "b", "kind": "ClusterRoleBinding", "root": ".", "unknown": []},
		{"id": "u", "kind": "ClusterRoleBinding", "root": ".", "unknown": [["subjects", 0, "name"], ["roleRef"]]},
		{"id": "e", "kind": "ClusterRoleBinding", "root": "elsewhere", "unknown": [["subjects"]]},
	],
}

test_bindings_are_those_that_bind_or_may if {
	all := resources
	found := rbac.bindings(reached, "ClusterRoleBinding") with input as {"resources": all}
	[one.binding.id | some one in found] == ["b", "u"]
	found[1].needs == [{"resource": "u", "path": ["subjects", 0, "name"]}]
}

test_a_namespace_that_moves_along_leaves_nothing_open if {
	moved := {"id": "m", "kind": "ClusterRoleBinding", "root": ".", "unknown": [["subjects", 0, "namespace"]]}
	bound := object.union(moved, {"references": [{"relation": "binds", "via": ["subjects", 0, "name"]}]})
	open := [count(found) |
		some binding in [moved, bound]
		found := rbac.unclear with input as {"resources": {"ClusterRoleBinding": [binding]}}
	]
	open == [1, 0]
}

test_accounts_without_a_known_name_may_be_meant if {
	all := object.union(resources, {"ServiceAccount": [{"id": "n", "root": "elsewhere", "unknown": [["metadata", "name"]]}]})
	found := rbac.unclear with input as {"resources": all}
	[one.resource | some one in found] == ["u", "e", "n"]
}

test_tokens_are_switched_off_by_pod_or_account if {
	all := resources
	rbac.without_token(reached, {"pod_spec": {"automountServiceAccountToken": false}}) with input as {"resources": all}
	rbac.without_token(reached, {"pod_spec": {}}) with input as {"resources": all}
	not rbac.without_token(reached, {"pod_spec": {"automountServiceAccountToken": true}}) with input as {"resources": all}
	needs := rbac.token_needs(reached, {"path": ["spec"]}) with input as {"resources": all}
	needs == [
		{"resource": "d", "path": ["spec", "automountServiceAccountToken"]},
		{"resource": "a", "path": ["automountServiceAccountToken"]},
	]
}

test_rules_grant_what_they_name if {
	rules := [
		{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]},
		{"apiGroups": ["apps"], "resources": ["secrets"], "verbs": ["get"]},
		{"apiGroups": [""], "resources": ["secrets"], "verbs": ["get"], "resourceNames": ["one"]},
		{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]},
	]
	rbac.grants({"attributes": {"rules": rules}}, {"secrets", "*"}, {"get", "*"}) == [0, 3]
}
