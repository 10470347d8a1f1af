# METADATA
# title: Role may make persistent volumes
# description: |
#   A PersistentVolume may be a directory of a node. Who may make one, and a pod that claims it, gets at that
#   directory although the namespace forbids `hostPath` volumes.
#
#   That is a way to the node for everybody with the role. Only drivers that provision storage need it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#persistent-volume-creation
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `persistentvolumes` from the role, and let claims of a StorageClass make volumes.
#   aliases: [C-0278]
package policy.kubernetes.rbac.creates_volumes

import data.lib.roles

# Volumes belong to no namespace, so that a Role gives no right to them.
deny contains {"resource": role.id, "path": given.entry, "message": message, "needs": needs} if {
	some role in input.resources.ClusterRole
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	needs := [{"resource": role.id, "path": ["metadata", "name"]}]
	message := sprintf("The role may make persistent volumes: %s on %s", [given.verb, given.resource])
}

groups := {"", "*"}

resources := {"persistentvolumes", "*"}

verbs := {"create", "*"}
