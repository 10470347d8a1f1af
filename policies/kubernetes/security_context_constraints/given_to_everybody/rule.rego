# METADATA
# title: Everybody may make pods that take over their node
# description: |
#   In OpenShift, security context constraints say what pods may ask for, and who may make such pods. These let pods out
#   of their containers, and are given to a group that everybody is in, or every pod.
#
#   So a login to one project, or one broken program that may make pods, is enough for a node, and for what all pods on it
#   may do.
# related_resources:
#   - https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove the group, and list in `users` the service accounts that need the constraints, or give them by a role with
#     the verb `use`.
#   outweighs: [kubernetes-security-context-constraints-node-access, kubernetes-security-context-constraints-root-user]
package policy.kubernetes.security_context_constraints.given_to_everybody

import data.lib.constraints

deny contains {
	"resource": given.id,
	"path": ["groups", at],
	"needs": constraints.way_needs(given, ways[0]),
	"evidence": [{"resource": given.id, "path": way.path, "note": "what is allowed"} | some way in ways],
	"message": sprintf("%s: pods under the constraints may %s", [everybody[group], constraints.told(ways)]),
} if {
	some given in constraints.all
	ways := constraints.to_the_node(given)
	count(ways) > 0
	some at, group in given.attributes.groups
	everybody[group]
}

everybody := {
	"system:authenticated": "Whoever is signed in may use them",
	"system:serviceaccounts": "Every service account may use them",
	"system:unauthenticated": "Everybody may use them",
}
