# METADATA
# title: Binding lets somebody run commands in pods
# description: |
#   The role that is given here allows `pods/exec` or `pods/attach`: commands in containers that are there
#   already, with their files, their environment and the token of their service account.
#
#   Whoever is named, and whoever gets at their credentials, can act as each application it holds for.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Bind a role without these rights, and give them to people only while they look for a fault.
#   aliases:
#     - clusterrolebindingPodExecAttach
#     - rolebindingClusterRolePodExecAttach
#     - rolebindingRolePodExecAttach
#     - CKV2_K8S_2
package policy.kubernetes.rbac.enters_pods_binding

import data.lib.graph
import data.lib.roles

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "evidence": evidence, "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	some role_kind in ["ClusterRole", "Role"]
	some role in graph.targets(binding, role_kind)
	not startswith(binding.name, "system:")
	not startswith(binding.name, "gce:")
	given := roles.granted(role, {"", "*"}, {"pods/exec", "pods/attach", "pods/*", "nodes/proxy", "*"}, {"create", "get", "*"})
	count(given) > 0
	evidence := [{"resource": role.id, "path": given[0].entry, "note": "what the role allows"}]
	needs := [{"resource": binding.id, "path": ["metadata", "name"]}]
	message := sprintf("%s is given, which may run commands in pods", [binding.attributes.roleRef.name])
}
