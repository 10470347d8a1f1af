# METADATA
# title: EKS cluster's API server answers the whole internet
# description: |
#   Everything in a Kubernetes cluster is read and changed through its API server. On EKS that server gets a public
#   address by default and takes connections from everywhere.
#
#   It still asks for credentials, but nothing else stands before it: a leaked token works from anywhere in the world,
#   and a flaw in the server can be used by anyone before it is patched.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#   - https://docs.aws.amazon.com/eks/latest/best-practices/cluster-access-management.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     In `vpc_config` set `endpoint_public_access` to `false` and `endpoint_private_access` to `true`, or list the
#     networks that may connect in `public_access_cidrs`.
#   aliases: [CKV_AWS_38, AWS-0041]
package policy.aws.eks.public_endpoint

import data.lib.attribute
import data.lib.network

deny contains {
	"resource": cluster.id,
	"path": array.concat(["vpc_config", i], opening.position),
	"needs": [{"resource": cluster.id, "path": ["vpc_config", i, name]} |
		some name in ["endpoint_public_access", "public_access_cidrs"]
	],
	"message": opening.message,
} if {
	some cluster in input.resources.aws_eks_cluster
	some i, config in cluster.attributes.vpc_config
	not attribute.is_false(config.endpoint_public_access)
	some opening in openings(config, object.get(config, "public_access_cidrs", []))
}

# EKS takes an empty list for none at all.
openings(config, []) := [{
	"position": blamed(config),
	"message": "The public endpoint is on and `public_access_cidrs` names no networks, so it admits 0.0.0.0/0",
}]

openings(config, cidrs) := [{
	"position": position(config, cidrs, i),
	"message": sprintf("The public endpoint admits %s", [cidr]),
} |
	some i, cidr in cidrs
	network.is_internet(cidr)
] if {
	count(cidrs) > 0
}

# A list that says no more than EKS does by itself opens nothing: switching the endpoint on does, where that is written.
position(config, cidrs, i) := ["endpoint_public_access"] if {
	cidrs == ["0.0.0.0/0"]
	attribute.is_true(config.endpoint_public_access)
}

else := ["public_access_cidrs", i]

blamed(config) := ["endpoint_public_access"] if attribute.is_true(config.endpoint_public_access)

else := ["public_access_cidrs"]
