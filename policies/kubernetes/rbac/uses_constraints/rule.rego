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

deny contains {"resource": role.id, "path": path, "message": message, "needs": needs} if {
	some [role, at] in using
	given := [{"place": place, "name": name, "may": concat(", or ", ways)} |
		some place, name in role.attributes.rules[at].resourceNames
		ways := allowed_by(name)
		count(ways) > 0
	]
	path := ["rules", at, "resourceNames", given[0].place]
	needs := [need | some one in given; some need in rests_on(one.name)]
	message := sprintf("Whoever is given this role makes pods under constraints: %s", [concat("; ", [told |
		some one in given
		told := sprintf("those of \"%s\" may %s", [one.name, one.may])
	])])
}

deny contains {"resource": role.id, "path": path, "message": message, "needs": needs} if {
	some [role, at] in using
	some place, name in role.attributes.rules[at].resourceNames
	count(allowed_by(name)) == 0
	needs := [need | some given in own(name); some need in constraints.doubts(given)]
	count(needs) > 0
	path := ["rules", at, "resourceNames", place]
	message := sprintf("Whoever is given this role makes pods under the constraints \"%s\"", [name])
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
	message := sprintf("Constraints \"%s\" are given away: pods may %s", [name, brought[name]])
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

# What pods may do under constraints of that name. Files for several clusters may have several of one name.
allowed_by(name) := [brought[name]] if brought[name]

allowed_by(name) := sort({constraints.told(ways) |
	some given in own(name)
	ways := constraints.to_the_node(given)
	count(ways) > 0
}) if {
	not brought[name]
}

own(name) := [given | some given in constraints.all; given.name == name; not brought[name]]

rests_on(name) := [need |
	some given in own(name)
	some need in constraints.way_needs(given, constraints.to_the_node(given)[0])
]

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
