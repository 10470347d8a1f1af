# METADATA
# title: Strong security context constraints are given away
# description: |
#   In OpenShift, security context constraints say what pods may ask for, and the verb `use` says who may make such pods.
#   With these, pods are root, or get at the directories, processes or network of their node, or at all of it.
#
#   Whoever has the right makes a pod that does, and so does everybody who gets at the service account it is given to.
# related_resources:
#   - https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give `restricted-v2` or `nonroot-v2`, and let the program run without root. Where a pod needs one thing more, write
#     constraints that allow just that, and name them in `resourceNames`.
package policy.kubernetes.rbac.uses_constraints

import data.lib.constraints
import data.lib.roles

deny contains {"resource": role.id, "path": path, "message": message} if {
	some [role, at] in using
	given := [[place, name] |
		some place, name in role.attributes.rules[at].resourceNames
		strong[name]
	]
	path := ["rules", at, "resourceNames", given[0][0]]
	message := sprintf("Whoever is given this role makes pods under constraints: %s", [concat("; ", [told |
		some [_, name] in given
		told := sprintf("those of \"%s\" may %s", [name, strong[name]])
	])])
}

deny contains {"resource": role.id, "path": path, "message": message, "needs": needs} if {
	some [role, at] in using
	path := ["rules", at, "resources"]
	not roles.is_named(role, path)
	needs := roles.needs(role, path)
	message := "Whoever is given this role makes pods under any security context constraints, also \"privileged\""
}

# OpenShift brings a role for each that it brings.
deny contains {"resource": binding.id, "path": ["roleRef", "name"], "message": message} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	startswith(binding.attributes.roleRef.name, "system:openshift:scc:")
	name := trim_prefix(binding.attributes.roleRef.name, "system:openshift:scc:")
	message := sprintf("Constraints \"%s\" are given away: pods may %s", [name, strong[name]])
}

using contains [role, at] if {
	some kind in ["ClusterRole", "Role"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some at, written in role.attributes.rules
	"securitycontextconstraints" in written.resources
	some verb in written.verbs
	verb in {"use", "*"}
}

strong[name] := what if some name, what in brought

strong[given.name] := constraints.told(ways) if {
	some given in constraints.all
	not brought[given.name]
	ways := constraints.to_the_node(given)
	count(ways) > 0
}

# Those that OpenShift brings and that allow more than other users of the container's own.
brought := {
	"anyuid": "run as root",
	"hostaccess": "use the directories, network and processes of the node",
	"hostmount-anyuid": "mount any directory of the node, and run as root",
	"hostnetwork": "use the network of the node",
	"hostnetwork-v2": "use the network of the node",
	"node-exporter": "use the directories, network and processes of the node",
	"privileged": "do everything on the node",
}
