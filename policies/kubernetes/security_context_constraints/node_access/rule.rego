# METADATA
# title: Security context constraints let pods take over their node
# description: |
#   In OpenShift, security context constraints say what pods may ask for. These let them have what leads out of a
#   container: privileges, directories, processes or the network of the node, or capabilities that amount to it.
#
#   Whoever may make pods under them takes over nodes, with the tokens of all pods that run there. Agents for logs,
#   networks and storage need some of it; they should be all that may use the constraints.
# related_resources:
#   - https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set to `false`, or remove, what the pods do not need, and list in `users` only the service accounts that need the
#     rest.
#   aliases: [scc-deny-privileged-container]
package policy.kubernetes.security_context_constraints.node_access

import data.lib.constraints

# One decision, whatever there is of it.
deny contains {
	"resource": given.id,
	"path": ways[0].path,
	"needs": constraints.way_needs(given, ways[0]),
	"evidence": [{"resource": given.id, "path": way.path, "note": "allowed too"} |
		some way in array.slice(ways, 1, count(ways))
	],
	"message": sprintf("Pods under the constraints may: %s", [constraints.told(ways)]),
} if {
	some given in constraints.all
	ways := constraints.to_the_node(given)
	count(ways) > 0
}
