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
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Set `version` to one that EKS supports, one minor version at a time for a cluster that runs.
#   aliases: [CKV_AWS_339]
package policy.aws.eks.unsupported_version

deny contains {"resource": cluster.id, "path": ["version"], "message": message} if {
	some cluster in input.resources.aws_eks_cluster
	version := sprintf("%v", [cluster.attributes.version])
	message := sprintf("Version %s of Kubernetes has no support in EKS any more: %s", [version, without_support(version)])
}

without_support(version) := sprintf("it ended on %s", [ended[version]])

without_support(version) := "it ended before that of 1.21" if {
	parts := split(version, ".")
	parts[0] == "1"
	to_number(parts[1]) < 21
}

# The last day of support of each version that is past it, as of 2026-11-26. What stands here stays true; of a version
# that ends later nothing is said until it is added: 1.32 ends on 2027-03-23, 1.33 on 2027-07-29, 1.34 on 2027-12-02.
# From https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html.
ended := {
	"1.21": "2024-07-15",
	"1.22": "2024-09-01",
	"1.23": "2024-10-11",
	"1.24": "2025-01-31",
	"1.25": "2025-05-01",
	"1.26": "2025-06-11",
	"1.27": "2025-07-24",
	"1.28": "2025-11-26",
	"1.29": "2026-03-23",
	"1.30": "2026-07-23",
	"1.31": "2026-11-26",
}
