package lib.constraints_test

import data.lib.constraints

test_all if {
	both := {
		"SecurityContextConstraints": [{"id": "old"}],
		"SecurityContextConstraints.security.openshift.io": [{"id": "new"}],
	}
	found := constraints.all with input.resources as both
	[one.id | some one in found] == ["new", "old"]
}

ways(attributes) := [[way.path, way.what] | some way in constraints.to_the_node({"attributes": attributes})]

test_to_the_node if {
	ways({}) == []
	ways({"allowPrivilegedContainer": false, "allowHostPorts": true}) == []
	ways({"allowHostNetwork": true, "allowPrivilegedContainer": true}) == [
		[["allowPrivilegedContainer"], "be privileged"],
		[["allowHostNetwork"], "use the network of the node"],
	]
	ways({"allowedCapabilities": ["NET_BIND_SERVICE", "*"]}) == [[["allowedCapabilities", 1], "have every capability"]]
	ways({"defaultAddCapabilities": ["CAP_SYS_ADMIN"]}) == [[["defaultAddCapabilities", 0], "have the capability SYS_ADMIN"]]
}

test_users_of_its_own if {
	own := {"userNamespaceLevel": "RequirePodLevel"}
	ways(object.union(own, {"allowedCapabilities": ["*"]})) == []
	count(ways(object.union(own, {"allowPrivilegedContainer": true}))) == 1
	constraints.has_own_users({"attributes": own})
	not constraints.has_own_users({"attributes": {"userNamespaceLevel": "AllowHostLevel"}})
	constraints.user_needs({"id": "c"}) == [{"resource": "c", "path": ["userNamespaceLevel"]}]
}

test_way_needs if {
	constraints.way_needs({"id": "c"}, {"path": ["allowHostPID"]}) == []
	constraints.way_needs({"id": "c"}, {"path": ["allowedCapabilities", 0]}) == constraints.user_needs({"id": "c"})
}

test_told if {
	constraints.told([{"what": "a"}, {"what": "b"}]) == "a, b"
}

test_doubts if {
	given := {"id": "c", "unknown": [["allowHostPID"], ["allowedCapabilities", 0], ["metadata", "labels", "app"]]}
	constraints.doubts(given) == [
		{"resource": "c", "path": ["allowHostPID"]},
		{"resource": "c", "path": ["allowedCapabilities", 0]},
	]
}
