# METADATA
# title: EBS volume is not encrypted with a key of one's own
# description: |
#   An encrypted disk uses the key that AWS keeps for the account, unless it names another one. Whoever may use disks
#   at all may use that key, nobody can narrow it, and a snapshot under it cannot be given to another account.
#
#   With a key of one's own, its policy says who may read the disk, and switching the key off makes all copies
#   unreadable. Keys cost a little each month and calls to them.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `encrypted` to `true` and `kms_key_id` to the ARN of an `aws_kms_key`.
#   aliases: [CKV_AWS_189, AWS-0027]
package policy.aws.ec2.volume_without_own_key

import data.lib.setting

deny contains {
	"resource": volume.id,
	"path": ["kms_key_id"],
	"needs": [{"resource": volume.id, "path": ["snapshot_id"]}],
	"message": message,
} if {
	some volume in input.resources.aws_ebs_volume
	not setting.is_set(volume.attributes, "snapshot_id")
	message := setting.missing(volume.attributes, "kms_key_id")
}
