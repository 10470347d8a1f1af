# METADATA
# title: Binding lets somebody make pods
# description: |
#   The role that is given here makes pods, or what makes them. They may run as any service account of the
#   namespace, mount any of its Secrets, and unless the namespace forbids it take over a node.
#
#   Whoever gets at the credentials of one of those named has nearly everything in the namespace.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Give such a role to the delivery tool only, in namespaces that enforce a Pod Security level.
#   aliases: [access-to-create-pods]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.4"]
package policy.kubernetes.rbac.creates_workloads_binding

import data.lib.graph
import data.lib.roles

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "evidence": evidence, "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	some role_kind in ["ClusterRole", "Role"]
	some role in graph.targets(binding, role_kind)
	not startswith(binding.name, "system:")
	not startswith(binding.name, "gce:")
	given := roles.granted(role, {"", "apps", "batch", "*"}, {"pods", "deployments", "daemonsets", "statefulsets", "replicasets", "replicationcontrollers", "jobs", "cronjobs", "*"}, {"create", "*"})
	count(given) > 0
	evidence := [{"resource": role.id, "path": given[0].path, "note": "what the role allows"}]
	needs := [{"resource": binding.id, "path": ["metadata", "name"]}]
	message := sprintf("%s is given, which may make pods", [binding.attributes.roleRef.name])
}
