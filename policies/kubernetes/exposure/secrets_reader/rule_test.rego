package policy.kubernetes.exposure.secrets_reader_test

import data.policy.kubernetes.exposure.secrets_reader

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


workload(spec, containers) := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": spec,
	"containers": containers,
}

bound(kind, role, unknown) := {
	"exposures": [exposed("d", "Deployment", {"reaches": [
		{"id": "a", "kind": "ServiceAccount", "index": 0, "relation": "runs-as", "through": "d"},
		{"id": "b", "kind": kind, "index": 0, "relation": "binds", "through": "a"},
	]})],
	"workloads": [workload({}, [])],
	"resources": {
		"Deployment": [{"id": "d", "address": "Deployment.shop.d", "root": "."}],
		"ServiceAccount": [{"id": "a", "attributes": {}}],
		kind: [{
			"id": "b",
			"root": ".",
			"unknown": unknown,
			"attributes": {"roleRef": {"name": role}},
			"references": [{"kind": "ClusterRole", "index": 0, "relation": "grants"}],
		}],
		"ClusterRole": [{"id": "r", "root": ".", "unknown": unknown, "attributes": {"rules": [
			{"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]},
			{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]},
		]}}],
	},
}

test_what_is_unknown_is_at_its_place if {
	given := bound("ClusterRoleBinding", "reader", [["roleRef", "name"], ["rules", 0], ["metadata", "name"]])
	found := {[denied.at, denied.path] | some denied in secrets_reader.deny} with input as given
	found == {["b", ["roleRef", "name"]], ["r", ["rules", 0]], ["r", ["metadata", "name"]], ["r", ["rules", 1, "resources", 0]]}
}

test_the_rule_is_denied if {
	given := bound("ClusterRoleBinding", "reader", [])
	some denied in secrets_reader.deny with input as given
	denied.at == "r"
	denied.path == ["rules", 1, "resources", 0]
}

test_a_binding_in_one_namespace_passes if {
	given := bound("RoleBinding", "reader", [])
	found := secrets_reader.deny with input as given
	count(found) == 0
}
