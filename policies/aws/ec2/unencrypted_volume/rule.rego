# METADATA
# title: EBS volume is not encrypted
# description: |
#   EBS volumes are the disks of machines in AWS. Without encryption their data lies in plain form on disks that AWS
#   manages, in every snapshot and in every copy, and a snapshot shared by mistake can be read by who receives it.
#
#   With encryption a key stands in between: reading also takes permission to use the key, which can be withdrawn. It
#   costs nothing and is not felt, but a volume that exists can only be encrypted by copying it.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encrypted` to `true`, or have the account encrypt all new disks with an `aws_ebs_encryption_by_default`. A
#     volume that exists is replaced: make an encrypted copy of its snapshot first.
#   aliases: [CKV_AWS_3, AWS-0026, AC_AWS_0460, CKV2_AWS_2]
#   compliance: {cis-aws-1.5: ["2.2.1"]}
package policy.aws.ec2.unencrypted_volume

import data.lib.ebs

deny contains {
	"resource": volume.id,
	"path": ["encrypted"],
	"needs": array.concat([{"resource": volume.id, "path": ["snapshot_id"]}], ebs.doubts(volume.root)),
	"message": message,
} if {
	some volume in input.resources.aws_ebs_volume
	not ebs.encrypts(volume.root)
	message := ebs.fault(volume.attributes)
}
