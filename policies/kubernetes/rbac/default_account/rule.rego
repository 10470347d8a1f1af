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

import data.lib.kubernetes

# Kubernetes marks what it brings itself.
deny contains {"resource": binding.id, "path": ["subjects", at, "name"], "message": message, "needs": needs} if {
	some kind in ["RoleBinding", "ClusterRoleBinding"]
	some binding in input.resources[kind]
	some at, subject in binding.attributes.subjects
	subject.kind == "ServiceAccount"
	subject.name == "default"
	not binding.attributes.metadata.labels["kubernetes.io/bootstrapping"] == "rbac-defaults"
	namespace := object.get(subject, "namespace", kubernetes.namespace(binding))
	needs := [
		{"resource": binding.id, "path": ["subjects", at, "kind"]},
		{"resource": binding.id, "path": ["metadata", "labels", "kubernetes.io/bootstrapping"]},
	]
	message := sprintf("Every pod of namespace \"%s\" without an account of its own gets the %s \"%s\"", [
		namespace,
		object.get(binding.attributes.roleRef, "kind", "role"),
		object.get(binding.attributes.roleRef, "name", ""),
	])
}
