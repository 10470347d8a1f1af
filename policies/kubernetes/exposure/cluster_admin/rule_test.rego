package policy.kubernetes.exposure.cluster_admin_test

import data.policy.kubernetes.exposure.cluster_admin

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
		"Deployment": [{"id": "d", "root": "."}],
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

test_the_binding_is_denied if {
	given := bound("ClusterRoleBinding", "cluster-admin", [])
	some denied in cluster_admin.deny with input as given
	denied.at == "b"
	denied.path == ["roleRef", "name"]
}

test_an_unknown_role_is_at_the_place if {
	given := bound("ClusterRoleBinding", "", [["roleRef"]])
	some denied in cluster_admin.deny with input as given
	denied.at == "b"
}

test_another_role_passes if {
	given := bound("ClusterRoleBinding", "view", [])
	found := cluster_admin.deny with input as given
	count(found) == 0
}

test_a_binding_in_one_namespace_passes if {
	given := bound("RoleBinding", "cluster-admin", [])
	found := cluster_admin.deny with input as given
	count(found) == 0
}
