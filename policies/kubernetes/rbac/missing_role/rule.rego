# METADATA
# title: Binding grants a role that is not there
# description: |
#   A RoleBinding to a role that does not exist grants nothing: whatever its subjects ask of the API is refused, and
#   they fail in ways that do not name the binding.
#
#   Kubernetes keeps such a binding. Whoever may create roles of that name decides later what its subjects may do.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding
# custom:
#   severity: medium
#   profiles: [default, reliability, security]
#   remediation: >-
#     Give `roleRef` the kind and name of a role that is there; a Role has to be in the namespace of the binding.
package policy.kubernetes.rbac.missing_role

import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": binding.id, "path": path, "message": message, "needs": needs} if {
	some kind in ["RoleBinding", "ClusterRoleBinding"]
	some binding in input.resources[kind]
	role := binding.attributes.roleRef
	not is_linked(binding)
	not is_built_in(role)
	not scope.is_open(binding.root)
	hint := absence(binding, role)
	needs := array.concat(
		scope.nameless("*", role.kind),
		[
			{"resource": binding.id, "path": ["metadata", "namespace"]},
			{"resource": binding.id, "path": ["roleRef", "kind"]},
		],
	)
	message := sprintf("No %s \"%s\" found: %s", [role.kind, role.name, hint])
}

path := ["roleRef", "name"]

is_linked(binding) if {
	some reference in binding.references
	reference.via == path
}

is_built_in(role) if startswith(role.name, "system:")

is_built_in(role) if {
	role.kind == "ClusterRole"
	role.name in {"admin", "cluster-admin", "edit", "view"}
}

# It is there, but another binding would have to name it.
absence(binding, role) := sprintf("it is in namespace %s, and a binding of namespace \"%s\" cannot grant it", [
	scope.listed(elsewhere),
	kubernetes.namespace(binding),
]) if {
	role.kind == "Role"
	elsewhere := scope.elsewhere(roles, binding.root, role.name)
	scope.is_mistaken(binding, elsewhere)
}

absence(binding, role) := sprintf("a %s has that name", [other]) if {
	some kind, other in {"Role": "ClusterRole", "ClusterRole": "Role"}
	kind == role.kind
	known := {"ClusterRole": cluster_roles, "Role": roles}
	count(known[other][scope.key(binding.root, role.name)]) > 0
	not elsewhere_too(binding, role)
}

absence(binding, role) := sprintf("there are other roles in scope \"%s\", but %s", [binding.root, scope.caution]) if {
	not roles[scope.key(binding.root, role.name)]
	not cluster_roles[scope.key(binding.root, role.name)]
	not scope.in_other_scope(roles, binding.root, role.name)
	not scope.in_other_scope(cluster_roles, binding.root, role.name)
	[binding.root, role.kind, place(binding, role)] in seen
}

# A Role of that name in another namespace is the better hint.
elsewhere_too(binding, role) if {
	role.kind == "Role"
	roles[scope.key(binding.root, role.name)]
}

place(binding, role) := kubernetes.namespace(binding) if role.kind == "Role"

place(_, role) := "" if role.kind == "ClusterRole"

seen contains [role.root, "Role", kubernetes.namespace(role)] if some role in input.resources.Role

seen contains [role.root, "ClusterRole", ""] if some role in input.resources.ClusterRole

roles := scope.by_name("Role")

cluster_roles := scope.by_name("ClusterRole")
