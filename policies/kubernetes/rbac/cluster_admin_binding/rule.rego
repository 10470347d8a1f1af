# METADATA
# title: Role cluster-admin is given away
# description: |
#   `cluster-admin` allows everything: in the whole cluster through a ClusterRoleBinding, in a namespace
#   through a RoleBinding.
#
#   Whoever gets at one of the accounts it is given to has all of that. Few people and hardly any program need
#   it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Bind a role that allows what is needed; `admin` or `edit` in a namespace is mostly enough.
#   aliases:
#     - KSV-0111
#     - C-0185
#     - C-0035
#     - cluster-admin-role-binding
#     - clusterrolebindingClusterAdmin
#     - rolebindingClusterAdminClusterRole
#   compliance:
#     cis-kubernetes-1.8: ["5.1.1"]
package policy.kubernetes.rbac.cluster_admin_binding

import data.lib.scope

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	binding.attributes.roleRef.name == "cluster-admin"
	names := [subject.name | some subject in binding.attributes.subjects; not is_kubernetes_own(subject)]
	count(names) > 0
	needs := scope.unknown(binding, ["subjects"])
	message := sprintf("cluster-admin is given to %s", [concat(", ", names)])
}

is_kubernetes_own(subject) if {
	subject.kind == "Group"
	subject.name == "system:masters"
}
