package policy.kubernetes.rbac.role_of_every_pod_test

import data.policy.kubernetes.rbac.role_of_every_pod as rule

denied(action, more, unknown) := violations if {
	right := {"action": action, "resource": "r", "path": ["rules", 0, "verbs", 0], "evidence": [], "needs": [], "anywhere": false, "narrowed": false, "sweeping": false, "targets": [], "resources": ["shop"]}
	who := {
		"id": "b", "provider": "kubernetes", "kind": "RoleBinding", "index": 0, "form": "subject", "power": "ordinary",
		"administrator": [], "escalates_by": [], "trust": [], "unknown": unknown,
		"permissions": {replace(action, " on ", ":"): [object.union(right, more)]},
	}
	subjects := [{"kind": "Group", "name": "system:serviceaccounts:shop"}]
	given := {
		"identities": [who],
		"resources": {"RoleBinding": [{"id": "b", "attributes": {"roleRef": {"name": "own"}, "subjects": subjects}}]},
	}
	violations := rule.deny with input as given
}

test_denies_rights_over_others if {
	found := denied("create on pods/exec", {}, [])
	{violation.message | some violation in found} == {`own is given to every pod of namespace "shop": it allows "create" on "pods/exec" in namespace "shop"`}
	{violation.evidence | some violation in found} == {[{"resource": "r", "path": ["rules", 0, "verbs", 0], "note": "what the role allows"}]}
}

test_allows_others if {
	denied("get on pods/log", {}, []) == set()
	denied("create on pods/exec", {"narrowed": true}, []) == set()
	denied("create on pods/exec", {"anywhere": true}, []) == set()
}

test_unknown_role_is_what_it_rests_on if {
	need := {"resource": "r", "path": ["rules"]}
	{violation.needs | some violation in denied("get on secrets", {"needs": [need]}, [need])} == {[need]}
}

test_undecided_where_the_role_is_open if {
	need := {"resource": "b", "path": ["roleRef", "name"]}
	{violation.needs | some violation in denied("get on pods/log", {}, [need])} == {[need]}
}
