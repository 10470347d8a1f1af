# METADATA
# title: Role may change who reaches what
# description: |
#   Services, Ingresses, endpoints and network policies say where traffic goes and what is kept apart. Who may
#   change them sends the traffic of one application to another pod, or opens what was closed.
#
#   Whoever gets at an account with the role can so listen in, and reach what was out of reach.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Keep the rule to the resources and names that the account needs.
#   aliases: [KSV-0056]
package policy.kubernetes.rbac.changes_networks

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	needs := [{"resource": role.id, "path": ["metadata", "name"]}]
	message := sprintf("The role may change where traffic goes: %s on %s", [given.verb, given.resource])
}

groups := {"", "networking.k8s.io", "extensions", "discovery.k8s.io", "*"}

resources := {"services", "endpoints", "endpointslices", "networkpolicies", "ingresses", "ingressclasses", "*"}

verbs := {"create", "update", "patch", "delete", "deletecollection", "*"}
