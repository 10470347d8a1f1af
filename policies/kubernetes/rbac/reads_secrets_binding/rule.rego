# METADATA
# title: Binding lets somebody read Secrets
# description: |
#   The role that is given here reads Secrets: passwords, keys and tokens of all applications that it holds
#   for.
#
#   Whoever gets at the credentials of one of those named gets at all of them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Bind a role that lists the Secrets that are needed in `resourceNames`.
#   aliases: [access-to-secrets]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.2"]
package policy.kubernetes.rbac.reads_secrets_binding

import data.lib.graph
import data.lib.roles

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "evidence": evidence, "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	some role_kind in ["ClusterRole", "Role"]
	some role in graph.targets(binding, role_kind)
	not startswith(binding.name, "system:")
	not startswith(binding.name, "gce:")
	given := [one | some one in roles.granted(role, {"", "*"}, {"secrets", "*"}, {"get", "list", "watch", "*"}); not roles.is_named(role, one.path)]
	count(given) > 0
	evidence := [{"resource": role.id, "path": given[0].path, "note": "what the role allows"}]
	needs := array.concat([{"resource": binding.id, "path": ["metadata", "name"]}], roles.needs(role, given[0].path))
	message := sprintf("%s is given, which may read Secrets", [binding.attributes.roleRef.name])
}
