# METADATA
# title: Group system:masters is bound
# description: |
#   Members of `system:masters` may do everything in the cluster, whatever roles and policies say, and nothing
#   can take that away from them: a certificate with the group holds until it runs out.
#
#   Binding the group grants nothing that it does not have. Somebody uses it for people or tools, and its
#   credentials cannot be taken back.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Make a group of your own, bind the role to it, and keep `system:masters` for emergencies.
#   aliases: [KSV-0123, C-0246]
#   compliance:
#     cis-kubernetes-1.8: ["5.1.7"]
package policy.kubernetes.rbac.system_masters

deny contains {"resource": binding.id, "path": ["subjects", at, "name"], "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	not binding.name == "cluster-admin"
	some at, subject in binding.attributes.subjects
	subject.kind == "Group"
	subject.name == "system:masters"
	needs := [{"resource": binding.id, "path": ["metadata", "name"]}]
	message := sprintf("%s is given to system:masters, whose members may do everything already", [binding.attributes.roleRef.name])
}
