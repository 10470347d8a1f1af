# METADATA
# title: Secrets of an EKS cluster are not encrypted with a key of one's own
# description: |
#   Kubernetes keeps passwords and certificates as Secrets in its database. EKS encrypts that database with a key of
#   AWS; clusters of versions before 1.28 have no further encryption unless they name a key.
#
#   With a key of one's own, it can be seen who used it, and switching it off makes the Secrets unreadable. It can be
#   added to a cluster that exists, but not taken away.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `encryption_config` with `resources = ["secrets"]` and a `provider` whose `key_arn` is an `aws_kms_key`.
#   aliases: [CKV_AWS_58, AWS-0039]
package policy.aws.eks.secrets_without_own_key

import data.lib.attribute
import data.lib.setting

deny contains {
	"resource": cluster.id,
	"path": ["encryption_config", 0, "provider", 0, "key_arn"],
	"needs": attribute.unknown_in(cluster, ["encryption_config"], ["resources", "provider", "key_arn"]),
	"message": "No key is named for Secrets",
} if {
	some cluster in input.resources.aws_eks_cluster
	not names_key(cluster.attributes)
}

names_key(attributes) if {
	some config in attributes.encryption_config
	"secrets" in config.resources
	some provider in config.provider
	setting.is_set(provider, "key_arn")
}
