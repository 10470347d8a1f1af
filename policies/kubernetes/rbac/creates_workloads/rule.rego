# METADATA
# title: Role may make pods
# description: |
#   Who may make pods, or what makes them, may run them as any service account of the namespace, mount any of
#   its Secrets, and unless the namespace forbids it take over a node.
#
#   The right is therefore nearly one to everything in the namespace.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Give it to the delivery tool only, in namespaces that enforce a Pod Security level.
#   aliases: [KSV-0048, C-0188]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.4"]
package policy.kubernetes.rbac.creates_workloads

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	not roles.is_brought(role.name)
	some given in roles.granted(role, groups, resources, verbs)
	needs := [{"resource": role.id, "path": ["metadata", "name"]}]
	message := sprintf("The role may make or change what runs: %s on %s", [given.verb, given.resource])
}

groups := {"", "apps", "batch", "*"}

resources := {"pods", "deployments", "daemonsets", "statefulsets", "replicasets", "replicationcontrollers", "jobs", "cronjobs", "*"}

verbs := {"create", "update", "patch", "*"}
