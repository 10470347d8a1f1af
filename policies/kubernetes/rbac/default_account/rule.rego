# METADATA
# title: Binding grants a role to the default service account
# description: |
#   Every pod that names no service account runs as the `default` one of its namespace and gets its token. A role
#   bound to it is therefore granted to all of them, and to every pod that anybody adds later.
#
#   Whoever takes over any of these pods may then do what one of them needed.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Make a ServiceAccount for the workload that needs the role, bind the role to it, and set `serviceAccountName`.
#   aliases: [CKV_K8S_42, C-0239]
package policy.kubernetes.rbac.default_account

import data.lib.graph
import data.lib.outdated
import data.lib.roles
import data.lib.scope

# Kubernetes marks what it brings itself.
deny contains {"resource": binding.id, "path": ["subjects", at, "name"], "message": message, "needs": needs} if {
	some kind in ["RoleBinding", "ClusterRoleBinding"]
	some binding in input.resources[kind]
	some at, subject in binding.attributes.subjects
	subject.kind == "ServiceAccount"
	subject.name == "default"
	not binding.attributes.metadata.labels["kubernetes.io/bootstrapping"] == "rbac-defaults"
	given := array.concat(graph.targets(binding, "Role"), graph.targets(binding, "ClusterRole"))
	not is_void(given)
	needs := array.concat(
		[
			{"resource": binding.id, "path": ["subjects", at, "kind"]},
			{"resource": binding.id, "path": ["metadata", "labels", "kubernetes.io/bootstrapping"]},
		],
		void_needs(binding, given),
	)
	message := sprintf("Every pod of %s without an account of its own gets %s", [place(subject, binding), told(binding.attributes.roleRef)])
}

told(role) := sprintf("the %s \"%s\"", [object.get(role, "kind", "role"), role.name]) if {
	role.name != ""
} else := sprintf("a %s whose name is not known", [object.get(role, "kind", "role")])

# Roles that speak of nothing but what the cluster no longer has.
is_void(given) if {
	outdated.is_gone("PodSecurityPolicy")
	count(given) > 0
	every role in given {
		is_about_policies(role)
	}
}

is_about_policies(role) if {
	not role.attributes.aggregationRule
	count(role.attributes.rules) > 0
	every written in role.attributes.rules {
		written.resources == ["podsecuritypolicies"]
	}
}

# What it rests on that they are not.
void_needs(binding, given) := [need | outdated.is_gone("PodSecurityPolicy"); some need in about_roles(binding, given)]

about_roles(binding, given) := array.concat(
	array.concat([{"resource": binding.id, "path": ["roleRef", "name"]}], roles.unseen(binding, given)),
	[need |
		some role in given
		some key in ["aggregationRule", "rules"]
		some need in scope.unknown(role, [key])
	],
)

place(subject, binding) := sprintf("namespace \"%s\"", [namespace]) if {
	namespace := object.get(subject, "namespace", scope.written_namespace(binding))
	namespace != "*"
} else := "the namespace this is applied to"
