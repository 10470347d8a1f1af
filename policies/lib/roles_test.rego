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

rules(list) := {"attributes": {"rules": list}}

told(list) := text if {
	one := object.union({"id": "r"}, rules(list))
	text := roles.told(one) with input.resources.ClusterRole as [one]
}

test_told if {
	core := {"apiGroups": [""], "resources": ["pods", "secrets"], "verbs": ["get", "list"]}
	other := {"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["*"]}
	named := {"apiGroups": [""], "resources": ["configmaps"], "resourceNames": ["a", "b"], "verbs": ["get"]}
	address := {"nonResourceURLs": ["/metrics"], "verbs": ["get"]}
	told([core, other, named]) == "get, list on pods, secrets; * on deployments of apps; get on configmaps, named a, b"
	told([address]) == "get on /metrics"
	told([core, other, named, address, core]) == "get, list on pods, secrets; * on deployments of apps; get on configmaps, named a, b; and 2 more"
	told([object.union(address, {"nonResourceURLs": ["/b"], "verbs": ["1", "2", "3", "4", "5"]})]) == "1, 2, 3, 4, and 1 more on /b"
	told([]) == ""
	told([{"verbs": ["get"]}]) == ""
	roles.told({"id": "other", "attributes": {"rules": [core, address]}}) == "get, list on pods, secrets"
}

test_uses_only_restricted if {
	use := {"apiGroups": ["policy"], "resources": ["podsecuritypolicies"], "resourceNames": ["restricted"], "verbs": ["use"]}
	roles.uses_only_restricted(rules([use]))
	not roles.uses_only_restricted(rules([]))
	not roles.uses_only_restricted({"attributes": {"aggregationRule": {}, "rules": [use]}})
	every other in [{"verbs": ["use", "get"]}, {"resources": ["pods"]}, {"resourceNames": []}, {"resourceNames": ["restricted", "privileged"]}] {
		not roles.uses_only_restricted(rules([use, object.union(use, other)]))
	}
}

test_reads_only_custom if {
	custom := {"apiGroups": ["a.example.com"], "resources": ["as"], "verbs": ["get", "list", "watch"]}
	named := {"apiGroups": [""], "resources": ["configmaps"], "resourceNames": ["a"], "verbs": ["get", "describe"]}
	roles.reads_only_custom(rules([custom, named]))
	not roles.reads_only_custom(rules([]))
	not roles.reads_only_custom({"attributes": {"aggregationRule": {}, "rules": [custom]}})
	others := [
		{"verbs": []},
		{"verbs": ["get", "create"]},
		{"apiGroups": []},
		{"apiGroups": ["apps"]},
		{"apiGroups": ["a.example.com", "storage.k8s.io"]},
	]
	every other in others {
		not roles.reads_only_custom(rules([custom, object.union(custom, other)]))
	}
	not roles.reads_only_custom(rules([object.union(named, {"resourceNames": []})]))
	not roles.reads_only_custom(rules([object.union(named, {"resources": ["secrets"]})]))
}

unseen(name, linked) := paths if {
	without_name := {"id": "r", "root": "here", "api_version": "rbac.authorization.k8s.io/v1", "unknown": [["metadata", "name"]], "attributes": {}}
	binding := {"id": "b", "root": "here", "attributes": {"roleRef": {"kind": "Role", "name": name}}}
	needs := roles.unseen(binding, linked) with input.resources as {"Role": [without_name]}
	paths := [need.path | some need in needs]
}

test_a_role_that_may_be_one_without_a_name if {
	unseen("reader", []) == [["roleRef", "kind"], ["metadata", "name"]]
	unseen("reader", [{}]) == []
	unseen("view", []) == []
}

test_commands_take_create_since_1_35 if {
	roles.as_long_as({"verb": "get"}) == " before Kubernetes 1.35"
	roles.as_long_as({"verb": "create"}) == ""
	roles.as_long_as({"verb": "*"}) == ""
}
