# METADATA
# title: Role may delete events
# description: |
#   Events tell what happened to pods and nodes. After a break-in they are among the first places one looks,
#   and deleting them is among the first things an intruder does.
#
#   Hardly anything needs that right: events go away by themselves after an hour.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `delete` and `deletecollection` on events from the role.
#   aliases: [KSV-0042, C-0031]
package policy.kubernetes.rbac.deletes_events

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	needs := [{"resource": role.id, "path": ["metadata", "name"]}]
	message := sprintf("The role may delete what tells of an intruder: %s on %s", [given.verb, given.resource])
}

groups := {"", "events.k8s.io", "*"}

resources := {"events", "pods/log", "*"}

verbs := {"delete", "deletecollection", "*"}
