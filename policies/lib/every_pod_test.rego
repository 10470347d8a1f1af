package lib.every_pod_test

import data.lib.every_pod

test_groups_of_all_pods if {
	every_pod.pods({"kind": "Group", "name": "system:serviceaccounts"}) == "every pod of the cluster"
	every_pod.pods({"kind": "Group", "name": "system:serviceaccounts:web"}) == `every pod of namespace "web"`
	not every_pod.pods({"kind": "Group", "name": "staff"})
	not every_pod.pods({"kind": "User", "name": "system:serviceaccounts"})
	not every_pod.pods({"kind": "User", "name": "system:serviceaccounts:web"})
}

found(subjects, unknown) := [[one.who.id, one.path, one.pods, one.role] | some one in list] if {
	given := {
		"identities": [
			{"id": "b", "provider": "kubernetes", "kind": "RoleBinding", "index": 0, "form": "subject", "unknown": unknown},
			{"id": "a", "provider": "kubernetes", "kind": "RoleBinding", "index": 0, "form": "service-account", "unknown": []},
		],
		"resources": {"RoleBinding": [{"id": "b", "attributes": {"roleRef": {"name": "view"}, "subjects": subjects}}]},
	}
	list := every_pod.bindings with input as given
}

test_bindings_that_name_a_group if {
	subjects := [{"kind": "Group", "name": "staff"}, {"kind": "Group", "name": "system:serviceaccounts"}]
	found(subjects, []) == [["b", ["subjects", 1, "name"], "every pod of the cluster", "view"]]
}

test_bindings_that_may_name_one if {
	group := [{"kind": "Group"}]
	found(group, [{"resource": "b", "path": ["subjects", 0, "name"]}]) == [["b", ["subjects", 0, "name"], "whoever it names", "view"]]
	found([], [{"resource": "b", "path": ["subjects"]}]) == [["b", ["subjects"], "whoever it names", "view"]]
	found(group, [{"resource": "b", "path": ["subjects", 0, "apiGroup"]}, {"resource": "b", "path": ["subjects", 0, "namespace"]}]) == []
	found([{"kind": "ServiceAccount"}], [{"resource": "b", "path": ["subjects", 0, "name"]}]) == []
	found(group, [{"resource": "b", "path": ["roleRef", "name"]}, {"resource": "a", "path": ["subjects", 0, "name"]}]) == []
}

role := {"resource": "b", "path": ["roleRef", "name"]}

own := {"resource": "b", "path": ["subjects", 0, "name"]}

test_claims if {
	right := {"resource": "r", "path": ["rules", 0], "needs": [role, own], "anywhere": true, "targets": []}
	sign := {"resource": "r", "path": ["rules", 0], "note": "what the role allows"}
	every_pod.claim({"id": "b"}, right, "allows it") == {"words": "allows it", "needs": [role], "evidence": [sign]}
	every_pod.claim({"id": "r"}, right, "allows it").evidence == []
}

test_what_leaves_rights_open if {
	[one.needs | some one in every_pod.open({"id": "b", "unknown": [role, own]})] == [[role]]
	every_pod.open({"id": "b", "unknown": [own]}) == []
}
