# METADATA
# title: Role allows everything
# description: |
#   The rule allows every verb on every resource of every API group. In a ClusterRole that is the whole
#   cluster, in a Role all of its namespace.
#
#   Whoever gets at an account with the role may do all of it, and nobody who reads the role can tell what was
#   meant.
# related_resources:
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List the API groups, resources and verbs that are needed, in a Role where one namespace is enough.
#   aliases: [KSV-0044, KSV-0045, KSV-0046, KSV-0112, CKV_K8S_49, wildcard-in-rules]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.3"]
package policy.kubernetes.rbac.every_right

deny contains {"resource": role.id, "path": ["rules", at, "verbs"], "message": "The rule allows everything on everything"} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	some at, written in role.attributes.rules
	"*" in written.verbs
	"*" in written.resources
	"*" in written.apiGroups
}
