package lib.roles_test

import data.lib.roles

role(written) := {"name": "app", "attributes": {"rules": [written]}}

found(written) := roles.granted(role(written), {"", "*"}, {"pods", "*"}, {"create", "*"})

test_granted if {
	found({"apiGroups": [""], "resources": ["nodes", "pods"], "verbs": ["get", "create", "*"]}) == [{"path": ["rules", 0, "verbs", 1], "entry": ["rules", 0, "resources", 1], "verb": "create", "resource": "pods"}]
}

test_the_entry_to_take_out if {
	all := found({"apiGroups": [""], "resources": ["*"], "verbs": ["*"]})
	[given.entry | some given in all] == [["rules", 0, "verbs", 0]]
	some_verbs := found({"apiGroups": [""], "resources": ["*"], "verbs": ["get", "create"]})
	[given.entry | some given in some_verbs] == [["rules", 0, "resources", 0]]
	one_resource := found({"apiGroups": [""], "resources": ["pods"], "verbs": ["*"]})
	[given.entry | some given in one_resource] == [["rules", 0, "resources", 0]]
}

test_not_granted if {
	found({"apiGroups": ["apps"], "resources": ["pods"], "verbs": ["create"]}) == []
	found({"apiGroups": [""], "resources": ["nodes"], "verbs": ["create"]}) == []
	found({"apiGroups": [""], "resources": ["pods"], "verbs": ["get"]}) == []
	found({"nonResourceURLs": ["*"], "verbs": ["*"]}) == []
}

test_what_kubernetes_brings if {
	every name in ["admin", "system:node", "gce:calico"] {
		roles.is_brought(name)
	}
	not roles.is_brought("app")
}

test_everything if {
	all := {"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}
	roles.is_everything(role(all), ["rules", 0, "verbs", 0])
	not roles.is_everything(role(object.union(all, {"apiGroups": [""]})), ["rules", 0, "verbs", 0])
	not roles.is_everything(role(object.union(all, {"resources": ["pods"]})), ["rules", 0, "verbs", 0])
	not roles.is_everything(role(object.union(all, {"verbs": ["get"]})), ["rules", 0, "verbs", 0])
}

test_named if {
	roles.is_named(role({"resourceNames": ["a"]}), ["rules", 0, "verbs", 0])
	not roles.is_named(role({"resourceNames": []}), ["rules", 0, "verbs", 0])
	not roles.is_named(role({}), ["rules", 0, "verbs", 0])
}

test_needs if {
	needs := roles.needs({"id": "a"}, ["rules", 1, "verbs", 0])
	[need.path | some need in needs] == [["metadata", "name"], ["rules", 1, "resourceNames"]]
}

test_giving if {
	who := {"provider": "kubernetes", "power": "ordinary", "permissions": {"get:nodes/proxy": [{"resource": "role", "narrowed": false, "sweeping": false}]}}
	found := roles.giving(["get:nodes/proxy", "create:nodes/proxy"]) with input as {"identities": [who]}
	found == {"role"}
	other := roles.giving(["create:pods"]) with input as {"identities": [who]}
	other == set()
}
