package policy.kubernetes.security_context_constraints.node_access_test

import data.policy.kubernetes.security_context_constraints.node_access as rule

found(attributes) := {[violation.path, violation.message, count(violation.evidence)] | some violation in violations} if {
	all := {"SecurityContextConstraints.security.openshift.io": [{"id": "c", "attributes": attributes}]}
	violations := rule.deny with input.resources as all
}

test_denies if {
	found({"allowPrivilegedContainer": true}) == {[
		["allowPrivilegedContainer"],
		"Pods under the constraints may: be privileged",
		0,
	]}
	found({"allowHostPID": true, "allowedCapabilities": ["*"]}) == {[
		["allowHostPID"],
		"Pods under the constraints may: see the processes of the node, have every capability",
		1,
	]}
}

test_allows if {
	found({}) == set()
	found({"allowPrivilegedContainer": false, "allowedCapabilities": ["NET_BIND_SERVICE"]}) == set()
}
