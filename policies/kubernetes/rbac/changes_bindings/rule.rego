# METADATA
# title: Role may change who has which role
# description: |
#   Who may write role bindings gives the rights he has himself to anybody, and keeps them alive after they
#   were taken from him. With `bind` or `escalate` beside it he takes any right.
#
#   Whoever gets at an account with the role can so stay in the cluster unnoticed.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Leave role bindings to the delivery tool, or list the ones that the role changes in `resourceNames`.
#   aliases: [KSV-0055]
package policy.kubernetes.rbac.changes_bindings

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("The role may change who has which role: %s on %s", [given.verb, given.resource])
}

groups := {"rbac.authorization.k8s.io", "*"}

resources := {"rolebindings", "clusterrolebindings", "*"}

verbs := {"create", "update", "patch", "*"}
