# METADATA
# title: EKS cluster's API server has a public address
# description: |
#   Everything in a Kubernetes cluster is read and changed through its API server. On EKS that server has a public
#   address unless it is switched off, be it for some networks only.
#
#   Without one, only the cluster's own network reaches it, and those connected to that by VPN or peering.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `endpoint_public_access` to `false` and `endpoint_private_access` to `true` in `vpc_config`.
#   aliases: [CKV_AWS_39, AWS-0040]
package policy.aws.eks.endpoint_has_public_address

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["vpc_config", i, "endpoint_public_access"], "message": message} if {
	some cluster in input.resources.aws_eks_cluster
	some i, config in cluster.attributes.vpc_config
	message := setting.left_on(config, "endpoint_public_access")
}
