package lib.roles_test

import data.lib.roles

role(written) := {"name": "app", "attributes": {"rules": [written]}}

found(written) := roles.granted(role(written), {"", "*"}, {"pods", "*"}, {"create", "*"})

test_granted if {
	found({"apiGroups": [""], "resources": ["nodes", "pods"], "verbs": ["get", "create", "*"]}) == [{"path": ["rules", 0, "verbs", 1], "verb": "create", "resource": "pods"}]
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
