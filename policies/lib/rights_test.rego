package lib.rights_test

import data.lib.rights

test_only_identities_of_clusters if {
	found := rights.identities with input as {"identities": [{"id": "a", "provider": "aws"}, {"id": "k", "provider": "kubernetes"}]}
	[who.id | some who in found] == ["k"]
}

test_titles if {
	resources := {"ServiceAccount": [{"name": "runner"}], "RoleBinding": [{"name": "ops"}], "ClusterRole": [{"name": "helper"}]}
	titles := [title |
		some form, kind in {"service-account": "ServiceAccount", "subject": "RoleBinding", "cluster-role": "ClusterRole"}
		title := rights.title({"form": form, "kind": kind, "index": 0}) with input as {"resources": resources}
	]
	titles == [`Whoever is given ClusterRole "helper"`, `Service account "runner"`, `Whoever RoleBinding "ops" names`]
}

test_where_a_right_holds if {
	rights.where({"anywhere": true, "resources": []}) == "in every namespace"
	rights.where({"anywhere": false, "resources": ["web"]}) == `in namespace "web"`
}

right := {"action": "get on a", "resource": "role", "path": ["rules", 0, "verbs", 0], "anywhere": false, "needs": [], "targets": [], "evidence": []}

test_one_right_of_each_rule if {
	again := object.union(right, {"path": ["rules", 0, "verbs", 1]})
	next := object.union(right, {"path": ["rules", 1, "verbs", 0]})
	other := object.union(right, {"resource": "other"})
	rights.one_a_rule([right, again, next, other]) == [right, next, other]
	wide := object.union(right, {"anywhere": true})
	unsure := object.union(wide, {"needs": [{"resource": "a", "path": []}]})
	rights.one_a_rule([unsure, right, wide]) == [wide]
	rights.one_a_rule([unsure, right]) == [right]
}

test_rights_in_one_namespace_beside_one_in_all if {
	wide := object.union(right, {"anywhere": true, "resource": "wide"})
	unsure := object.union(wide, {"needs": [{"resource": "a", "path": []}]})
	rights.widest([right, wide]) == [wide]
	rights.widest([right, unsure]) == [right, unsure]
	rights.widest([right]) == [right]
}

test_the_words_of_the_role if {
	rights.allowed({"action": "create on pods/exec"}) == `its role allows "create" on "pods/exec"`
}

entry(kind, allowed) := found if {
	all := {kind: [{"id": "role", "attributes": {"rules": [{"resources": ["b", "a", "*"], "verbs": ["get", "*"]}]}, "unknown": []}]}
	found := rights.entry(object.union(right, {"action": allowed})) with input as {"resources": all}
}

test_the_entry_to_take_out if {
	entry("Role", "get on a") == ["rules", 0, "resources", 1]
	entry("ClusterRole", "* on a") == ["rules", 0, "resources", 1]
	entry("ClusterRole", "get on *") == ["rules", 0, "resources", 2]
	entry("ClusterRole", "* on *") == right.path
}

test_an_unknown_entry_may_be_it if {
	place := ["rules", 0, "resources", 1]
	role := {"id": "role", "attributes": {"rules": [{"resources": ["b", null], "verbs": ["get"]}]}, "unknown": [place]}
	rights.entry(object.union(right, {"action": "get on a"})) == place with input as {"resources": {"Role": [role]}}
}

test_no_entry_in_roles_that_are_not_written_here if {
	entry("Deployment", "get on a") == right.path
	entry("Role", "get on c") == right.path
}

test_all_verbs_take_in_others if {
	rights.allowed_with({"action": "* on roles"}, ["bind", "escalate"]) == "its role allows \"*\" on \"roles\", which takes in `bind` and `escalate`"
	rights.allowed_with({"action": "bind on roles"}, ["bind", "escalate"]) == `its role allows "bind" on "roles"`
}

test_signs_elsewhere if {
	[sign.note | some sign in rights.signs([right], "role", right.path)] == []
	[sign.note | some sign in rights.signs([right], "role", ["rules", 0, "resources", 0])] == ["allows get on a"]
	[sign.note | some sign in rights.signs([right], "binding", right.path)] == ["allows get on a"]
}

test_one_of_each_role if {
	binding := {"resource": "binding", "path": ["subjects", 0], "note": "given the role here"}
	later := object.union(right, {"path": ["rules", 2, "verbs", 0], "evidence": [binding]})
	unsure := object.union(right, {"path": ["rules", 1, "verbs", 0], "needs": [{"resource": "a", "path": []}]})
	other := object.union(right, {"resource": "other"})
	found := rights.by_role([later, unsure, right, other])
	found == [{"right": other, "others": []}, {"right": right, "others": [later, unsure]}]
	[sign.note | some sign in rights.evidence(found[1])] == ["given the role here", "allows get on a", "allows get on a"]
}
