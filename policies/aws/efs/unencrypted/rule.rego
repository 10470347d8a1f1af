# METADATA
# title: EFS file system is not encrypted
# description: |
#   EFS is a file system that many machines use at once. Without encryption its files lie in plain form on disks that
#   AWS manages and in every backup.
#
#   Encryption costs nothing, but can only be chosen when the file system is made.
# related_resources:
#   - https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encrypted` to `true`. A file system that exists is replaced: copy its files to a new one first.
#   aliases: [CKV_AWS_42, AWS-0037, AC_AWS_0097]
#   compliance: {cis-aws-1.5: ["2.4.1"]}
package policy.aws.efs.unencrypted

import data.lib.setting

deny contains {"resource": system.id, "path": ["encrypted"], "message": message} if {
	some system in input.resources.aws_efs_file_system
	message := setting.off(system.attributes, "encrypted")
}
