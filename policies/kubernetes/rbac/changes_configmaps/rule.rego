# METADATA
# title: Role may change ConfigMaps
# description: |
#   ConfigMaps say how applications and parts of the cluster work. Who may change that of CoreDNS sends names
#   anywhere; that of an ingress controller or a proxy, traffic.
#
#   Pods read many of them again without a restart, so nothing is seen to happen.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     List the ConfigMaps that the role needs in `resourceNames`.
#   aliases: [KSV-0049, C-0037]
package policy.kubernetes.rbac.changes_configmaps

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("The role may change ConfigMaps: %s on %s", [given.verb, given.resource])
}

groups := {"", "*"}

resources := {"configmaps", "*"}

verbs := {"create", "update", "patch", "delete", "deletecollection", "*"}
