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
#   worst_case: {gain: worth, from: anywhere, effort: none}
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
	not is_refused(kind, role)
	not is_built_in(role)
	not scope.is_pending(role.name)
	not scope.is_open(binding.root)
	doubt := scope.nameless("*", role.kind)
	some hint in array.slice(array.concat(absence(binding, role), ["it may have a name that is not known" | some _ in doubt]), 0, 1)
	needs := array.concat(
		doubt,
		[
			{"resource": binding.id, "path": ["metadata", "namespace"]},
			{"resource": binding.id, "path": ["roleRef", "kind"]},
		],
	)
	message := sprintf("No %s \"%s\" found: %s", [role.kind, role.name, hint])
}

deny contains {"resource": binding.id, "path": ["roleRef", "kind"], "message": message} if {
	some binding in input.resources.ClusterRoleBinding
	is_refused("ClusterRoleBinding", binding.attributes.roleRef)
	message := sprintf("A ClusterRoleBinding cannot give the Role \"%s\", only a ClusterRole: the API server refuses it", [binding.attributes.roleRef.name])
}

is_refused(kind, role) if {
	kind == "ClusterRoleBinding"
	role.kind == "Role"
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

# Every cluster of OpenShift has these.
is_built_in(role) if {
	role.kind == "ClusterRole"
	role.name in {
		"alert-routing-edit", "basic-user", "cluster-monitoring-view", "cluster-reader", "cluster-status",
		"monitoring-edit", "monitoring-rules-edit", "monitoring-rules-view", "registry-admin", "registry-editor",
		"registry-viewer", "self-access-reviewer", "self-provisioner", "storage-admin", "sudoer",
	}
}

# Every cluster has it in `kube-system`.
is_built_in(role) if {
	role.kind == "Role"
	role.name == "extension-apiserver-authentication-reader"
}

# Where it is, else what has its name, else that others of its kind are seen.
absence(binding, role) := array.concat(
	[sprintf("it is in namespace %s, and a binding of namespace \"%s\" cannot grant it", [
		scope.listed(namespaces),
		kubernetes.namespace(binding),
	]) |
		role.kind == "Role"
		namespaces := scope.elsewhere(roles, binding.root, role.name)
		scope.is_mistaken(binding, namespaces)
	],
	array.concat(
		[sprintf("a %s has that name", [other]) |
			some kind, other in {"Role": "ClusterRole", "ClusterRole": "Role"}
			kind == role.kind
			count(scope.elsewhere(known[other], binding.root, role.name)) > 0
			count(scope.elsewhere(known[kind], binding.root, role.name)) == 0
		],
		[sprintf("there are other roles in scope \"%s\", but %s", [binding.root, scope.caution]) |
			every index in known {
				count(scope.elsewhere(index, binding.root, role.name)) == 0
				not scope.in_other_scope(index, binding.root, role.name)
			}
			[binding.root, role.kind, place(binding, role)] in seen
		],
	),
)

place(binding, role) := kubernetes.namespace(binding) if role.kind == "Role"

place(_, role) := "" if role.kind == "ClusterRole"

seen contains [role.root, "Role", kubernetes.namespace(role)] if some role in input.resources.Role

seen contains [role.root, "ClusterRole", ""] if some role in input.resources.ClusterRole

known := {"ClusterRole": scope.by_name("ClusterRole"), "Role": roles}

roles := scope.by_name("Role")
