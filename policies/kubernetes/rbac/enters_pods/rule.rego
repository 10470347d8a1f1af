# METADATA
# title: Role may run commands in pods
# description: |
#   `pods/exec` and `pods/attach` run commands in a container that is there already, with its files, its
#   environment and the token of its service account.
#
#   Whoever gets at the role can act as each application of the namespace, and little of it is seen.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Remove the rule, and give it to people only while they look for a fault.
#   aliases: [KSV-0053, KSV-0054, C-0002, clusterrolePodExecAttach, rolePodExecAttach]
package policy.kubernetes.rbac.enters_pods

import data.lib.roles

deny contains {"resource": role.id, "path": given.entry, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	needs := [{"resource": role.id, "path": ["metadata", "name"]}]
	message := sprintf("The role may run commands in pods%s: %s on %s", [roles.as_long_as(given), given.verb, given.resource])
}

groups := {"", "*"}

resources := {"pods/exec", "pods/attach", "pods/*", "*"}

verbs := {"create", "get", "*"}
