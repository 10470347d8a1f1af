# METADATA
# title: EFS file system is not encrypted with a key of one's own
# description: |
#   An encrypted file system uses the key that AWS keeps for the account, unless it names another one. Nobody can be
#   kept from that key who may use file systems at all, and it cannot be switched off.
#
#   With a key of one's own, its policy says who may read the files. Keys cost a little each month.
# related_resources:
#   - https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of an `aws_kms_key`.
#   aliases: [CKV_AWS_184, AC_AWS_0098]
package policy.aws.efs.without_own_key

import data.lib.kms

deny contains {"resource": system.id, "path": ["kms_key_id"], "message": message} if {
	some system in input.resources.aws_efs_file_system
	message := kms.not_own(system.attributes, "kms_key_id")
}
