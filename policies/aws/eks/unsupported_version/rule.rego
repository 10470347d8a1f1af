# METADATA
# title: EKS cluster asks for a version that EKS no longer has
# description: |
#   EKS supports each version of Kubernetes for 14 months, and for a year longer at six times the price. After
#   that it brings the cluster to the next version by itself, at a time of its own: what still uses an API that is
#   gone then stops working.
#
#   No flaw of the old version is closed any more, and a new cluster of it cannot be made.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
#   - https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html
# custom:
#   severity: medium
#   profiles: [default, security, reliability]
#   remediation: >-
#     Set `version` to one that EKS supports, one minor version at a time for a cluster that runs.
#   aliases: [CKV_AWS_339]
package policy.aws.eks.unsupported_version

deny contains {"resource": cluster.id, "path": ["version"], "message": message} if {
	some cluster in input.resources.aws_eks_cluster
	parts := split(sprintf("%v", [cluster.attributes.version]), ".")
	parts[0] == "1"
	to_number(parts[1]) <= last_without_support
	message := sprintf("Version %v of Kubernetes is past its extended support in EKS", [cluster.attributes.version])
}

# The extended support of 1.31 ended on 26 November 2026; that of 1.32 ends on 23 March 2027.
last_without_support := 31
