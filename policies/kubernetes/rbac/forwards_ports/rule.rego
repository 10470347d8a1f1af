# METADATA
# title: Role may reach the ports of pods
# description: |
#   `pods/portforward` opens a way through the API server to any port of a pod, past Services and network
#   policies: to administration pages and databases that nobody else reaches.
#
#   Whoever gets at an account with the role tries all of them, and nothing but the audit log shows it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove the rule, and give it to people only while they look for a fault.
#   aliases: [C-0063]
package policy.kubernetes.rbac.forwards_ports

import data.lib.roles

deny contains {"resource": role.id, "path": given.entry, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	needs := [{"resource": role.id, "path": ["metadata", "name"]}]
	message := sprintf("The role may reach the ports of pods: %s on %s", [given.verb, given.resource])
}

groups := {"", "*"}

resources := {"pods/portforward", "pods/*", "*"}

verbs := {"create", "get", "*"}
