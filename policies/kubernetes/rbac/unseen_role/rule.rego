# METADATA
# title: Role that a binding gives is not seen
# description: |
#   The binding names a role that no file shows. It may be applied from elsewhere, or come with a chart; if not,
#   the binding gives nothing, and whoever makes a role of that name later decides what its subjects may do.
#
#   This is for repositories that mean to hold all of their roles. Where other roles are there,
#   kubernetes-rbac-missing-role says so.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Compare `roleRef` with the kind and name of the role, and lint them together if the role lies somewhere
#     else.
#   aliases: [clusterrolebindingPodExecAttach, rolebindingClusterRolePodExecAttach, rolebindingRolePodExecAttach]
package policy.kubernetes.rbac.unseen_role

import data.lib.kubernetes
import data.lib.roles
import data.lib.scope

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "message": message, "needs": needs} if {
	some binding in input.resources.RoleBinding
	is_unseen(binding, kubernetes.namespace(binding))
	needs := array.concat(role_needs(binding), [{"resource": binding.id, "path": ["metadata", "namespace"]}])
	message := said(binding)
}

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "message": message, "needs": needs} if {
	some binding in input.resources.ClusterRoleBinding
	is_unseen(binding, "")
	needs := role_needs(binding)
	message := said(binding)
}

role_needs(binding) := array.concat(
	scope.nameless("*", binding.attributes.roleRef.kind),
	[{"resource": binding.id, "path": ["roleRef", "kind"]}],
)

said(binding) := sprintf("No %s \"%s\" found in scope \"%s\"; %s", [
	binding.attributes.roleRef.kind,
	binding.attributes.roleRef.name,
	binding.root,
	scope.caution,
])

# No role of that name, and none beside which it would lie.
is_unseen(binding, namespace) if {
	role := binding.attributes.roleRef
	not is_linked(binding)
	not roles.is_brought(role.name)
	not role.name == "extension-apiserver-authentication-reader"
	not scope.is_open(binding.root)
	every index in known {
		count(scope.elsewhere(index, binding.root, role.name)) == 0
		not scope.in_other_scope(index, binding.root, role.name)
	}
	not [binding.root, role.kind, place(role, namespace)] in seen
}

is_linked(binding) if {
	some reference in binding.references
	reference.via == ["roleRef", "name"]
}

place(role, namespace) := namespace if role.kind == "Role"

place(role, _) := "" if role.kind == "ClusterRole"

seen contains [role.root, "Role", kubernetes.namespace(role)] if some role in input.resources.Role

seen contains [role.root, "ClusterRole", ""] if some role in input.resources.ClusterRole

known := [scope.by_name("ClusterRole"), scope.by_name("Role")]
