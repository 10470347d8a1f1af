package policy.kubernetes.rbac.uses_constraints_test

import data.lib.cluster
import data.policy.kubernetes.rbac.uses_constraints as rule

found(objects) := violations if {
	document := cluster.document(objects, [])
	violations := {[violation.message, violation.path] | some violation in rule.deny} with input as document
}

role(fields) := cluster.made("ClusterRole", "app", {"rules": [object.union({"apiGroups": ["security.openshift.io"], "resources": ["securitycontextconstraints"], "verbs": ["use"]}, fields)]})

binding(name) := cluster.made("RoleBinding", "app", {"roleRef": {"kind": "ClusterRole", "name": name}})

test_denies if {
	found([role({"resourceNames": ["nonroot-v2", "anyuid", "hostnetwork"]})]) == {[
		`Whoever is given this role makes pods under constraints: those of "anyuid" may run as root; those of "hostnetwork" may use the network of the node`,
		["rules", 0, "resourceNames", 1],
	]}
	found([role({})]) == {[
		`Whoever is given this role makes pods under any security context constraints, also "privileged"`,
		["rules", 0, "resources"],
	]}
	found([binding("system:openshift:scc:privileged")]) == {[
		`Constraints "privileged" are given away: pods may do everything on the node`,
		["roleRef", "name"],
	]}
}

test_denies_constraints_of_ones_own if {
	own := cluster.made("SecurityContextConstraints", "agents", {"allowHostPID": true})
	found([own, role({"resourceNames": ["agents"]})]) == {[
		`Whoever is given this role makes pods under constraints: those of "agents" may see the processes of the node`,
		["rules", 0, "resourceNames", 0],
	]}
}

# What they allow is not known.
test_unknown_constraints if {
	own := object.union(
		cluster.made("SecurityContextConstraints", "agents", {}),
		{"unknown": [["allowHostPID"], ["metadata", "labels", "app"]]},
	)
	document := cluster.document([own, role({"resourceNames": ["agents"]})], [])
	violations := rule.deny with input as document
	{[violation.path, violation.needs] | some violation in violations} == {[
		["rules", 0, "resourceNames", 0],
		[{"resource": cluster.id(own), "path": ["allowHostPID"]}],
	]}
}

test_denies_capabilities_of_ones_own if {
	own := cluster.made("SecurityContextConstraints", "agents", {"allowedCapabilities": ["SYS_ADMIN"]})
	document := cluster.document([own, role({"resourceNames": ["agents"]})], [])
	violations := rule.deny with input as document
	{violation.needs | some violation in violations} == {[{"resource": cluster.id(own), "path": ["userNamespaceLevel"]}]}
}

test_allows if {
	found([role({"resourceNames": ["restricted-v2", "mine"]})]) == set()
	found([role({"verbs": ["get", "list"]})]) == set()
	found([role({"resources": ["*"], "apiGroups": ["*"]})]) == set()
	found([binding("system:openshift:scc:restricted-v2")]) == set()
	found([binding("anyuid")]) == set()
}
