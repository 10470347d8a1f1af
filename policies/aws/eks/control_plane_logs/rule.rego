# METADATA
# title: EKS cluster does not log all of its control plane
# description: |
#   EKS can write five logs of what Kubernetes does inside: requests to the API, an audit log of who asked for what,
#   logins, and what its controllers and its scheduler decide. Without them an incident in the cluster cannot be
#   looked into later.
#
#   The logs are paid by their size. The audit log is the one that tells most.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `enabled_cluster_log_types` to `["api", "audit", "authenticator", "controllerManager", "scheduler"]`.
#   aliases: [CKV_AWS_37, AWS-0038, AC_AWS_0465]
package policy.aws.eks.control_plane_logs

import data.lib.attribute

deny contains {
	"resource": cluster.id,
	"path": ["enabled_cluster_log_types"],
	"needs": attribute.unknown_below(cluster, ["enabled_cluster_log_types"]),
	"message": message,
} if {
	some cluster in input.resources.aws_eks_cluster
	enabled := object.get(cluster.attributes, "enabled_cluster_log_types", [])
	missing := [log | some log in logs; not log in enabled]
	count(missing) > 0
	message := sprintf("These logs are off: %s", [concat(", ", missing)])
}

logs := ["api", "audit", "authenticator", "controllerManager", "scheduler"]
