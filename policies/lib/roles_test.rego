package lib.roles_test

import data.lib.roles

role(written) := {"attributes": {"rules": [written]}}

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
