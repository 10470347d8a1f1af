package policy.kubernetes.security_context_constraints.given_to_everybody_test

import data.policy.kubernetes.security_context_constraints.given_to_everybody as rule

found(attributes) := {[violation.path, violation.message] | some violation in violations} if {
	all := {"SecurityContextConstraints.security.openshift.io": [{"id": "c", "attributes": attributes}]}
	violations := rule.deny with input.resources as all
}

test_denies if {
	found({"allowPrivilegedContainer": true, "groups": ["admins", "system:authenticated"]}) == {[
		["groups", 1],
		"Whoever is signed in may use them: pods under the constraints may be privileged",
	]}
	every group in ["system:serviceaccounts", "system:unauthenticated"] {
		count(found({"allowHostPID": true, "groups": [group]})) == 1
	}
}

test_allows if {
	found({"groups": ["system:authenticated"]}) == set()
	found({"allowPrivilegedContainer": true, "groups": ["system:cluster-admins", "system:serviceaccounts:storage"]}) == set()
	found({"allowPrivilegedContainer": true}) == set()
}
