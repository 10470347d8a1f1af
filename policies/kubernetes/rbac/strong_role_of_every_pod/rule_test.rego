package policy.kubernetes.rbac.strong_role_of_every_pod_test

import data.policy.kubernetes.rbac.strong_role_of_every_pod as rule

right(action, anywhere) := {"action": action, "resource": "b", "path": ["roleRef", "name"], "evidence": [], "needs": [], "anywhere": anywhere, "narrowed": false, "sweeping": false, "targets": [], "resources": []}

messages(who) := {violation.message | some violation in denied(who, [])}

denied(who, needs) := violations if {
	subjects := [{"kind": "Group", "name": "system:serviceaccounts"}]
	ordinary := {"id": "b", "provider": "kubernetes", "kind": "ClusterRoleBinding", "index": 0, "form": "subject", "power": "ordinary", "administrator": [], "escalates_by": [], "permissions": {}, "trust": [], "unknown": needs}
	given := {
		"identities": [object.union(ordinary, who)],
		"resources": {"ClusterRoleBinding": [{"id": "b", "attributes": {"roleRef": {"name": "all"}, "subjects": subjects}}]},
	}
	violations := rule.deny with input as given
}

test_denies_what_leads_to_the_cluster if {
	messages({"power": "administrator", "administrator": [right("* on *", true)]}) == {"all is given to every pod of the cluster: it allows everything"}
	messages({"power": "escalating", "escalates_by": ["create:pods"], "permissions": {"create:pods": [right("create on pods", true)]}}) == {`all is given to every pod of the cluster: it allows "create" on "pods" in every namespace, which leads to all rights`}
	messages({"permissions": {"list:secrets": [right("list on secrets", true)]}}) == {"all is given to every pod of the cluster: it reads the Secrets of every namespace"}
}

test_allows_what_does_not if {
	messages({}) == set()
	messages({"permissions": {"get:pods/log": [right("get on pods/log", true)]}}) == set()
	messages({"permissions": {"list:secrets": [right("list on secrets", false)]}}) == set()
}

test_undecided_where_the_role_is_open if {
	need := {"resource": "b", "path": ["roleRef", "name"]}
	{violation.needs | some violation in denied({}, [need])} == {[need]}
	{violation.path | some violation in denied({}, [need])} == {["subjects", 0, "name"]}
}

test_unknown_role_is_what_it_rests_on if {
	need := {"resource": "r", "path": ["rules"]}
	open := object.union(right("* on *", true), {"needs": [need]})
	{violation.needs | some violation in denied({"power": "administrator", "administrator": [open]}, [need])} == {[need]}
}
