# METADATA
# title: ECR repository is not encrypted with a key of one's own
# description: |
#   Images are encrypted with a key of the storage behind the repository, or with the one that AWS keeps for the
#   account, unless the repository names another one. Nobody can be kept from these who may pull images at all.
#
#   With a key of one's own, its policy says who may. It can only be chosen when the repository is made.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `encryption_configuration` with `encryption_type = "KMS"` and `kms_key` the ARN of an `aws_kms_key`. A
#     repository that exists is replaced.
#   aliases: [CKV_AWS_136, AWS-0033, AC_AWS_0461]
package policy.aws.ecr.without_own_key

import data.lib.kms
import data.lib.setting

deny contains {
	"resource": repository.id,
	"path": ["encryption_configuration", 0, at],
	"message": message,
} if {
	some repository in input.resources.aws_ecr_repository
	some at, message in fault(setting.block(repository.attributes, "encryption_configuration"))
}

fault(block) := {"encryption_type": message} if {
	message := setting.other(block, "encryption_type", {"KMS", "KMS_DSSE"}, "AES256")
}

fault(block) := {"kms_key": kms.not_own(block, "kms_key")} if block.encryption_type in {"KMS", "KMS_DSSE"}
