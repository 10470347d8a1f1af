# METADATA
# title: Binding gives away every right
# description: |
#   The role that is given here allows every verb on every resource: under another name it is `cluster-admin`,
#   for the cluster or for its namespace.
#
#   Whoever is named, and whoever gets at their credentials, may do all of it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Bind a role that lists what is needed.
#   aliases: [clusterrolebindingClusterAdmin, rolebindingClusterAdminClusterRole, rolebindingClusterAdminRole, C-0035]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.1"]
package policy.kubernetes.rbac.every_right_binding

import data.lib.graph

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "evidence": evidence, "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	not startswith(binding.name, "system:")
	not startswith(binding.name, "gce:")
	some role_kind in ["ClusterRole", "Role"]
	some role in graph.targets(binding, role_kind)
	some at, written in role.attributes.rules
	"*" in written.apiGroups
	"*" in written.resources
	has_every_verb(written.verbs)
	evidence := [{"resource": role.id, "path": ["rules", at, "verbs"], "note": "what the role allows"}]
	needs := [{"resource": binding.id, "path": ["metadata", "name"]}]
	message := sprintf("%s is given, which allows everything", [binding.attributes.roleRef.name])
}

has_every_verb(verbs) if "*" in verbs

has_every_verb(verbs) if count({"create", "delete", "get", "list", "patch", "update", "watch"} - {verb | some verb in verbs}) == 0
