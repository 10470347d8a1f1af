# METADATA
# title: Role may say who administers the EKS cluster
# description: |
#   The ConfigMap `aws-auth` tells EKS which roles and users of AWS are which users and groups of the cluster.
#   Who may change it adds himself to `system:masters`.
#
#   Whoever gets at an account with this role administers the cluster one request later.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove the rule, and use access entries of EKS instead of the ConfigMap.
#   aliases: [KSV-0115]
package policy.kubernetes.rbac.aws_auth

import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message} if {
	some kind in ["Role", "ClusterRole"]
	some role in input.resources[kind]
	some at, written in role.attributes.rules
	"aws-auth" in written.resourceNames
	some given in roles.granted(role, {"", "*"}, {"configmaps", "*"}, {"create", "update", "patch", "delete", "deletecollection", "impersonate", "*"})
	given.path[1] == at
	message := sprintf("The role may %s aws-auth, which says who administers the cluster", [given.verb])
}
