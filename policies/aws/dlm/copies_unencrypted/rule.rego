# METADATA
# title: Lifecycle policy copies its snapshots to other regions unencrypted
# description: |
#   A snapshot is a copy of a whole disk. This policy copies snapshots to another region, and asks for no encryption
#   there: what was not encrypted before lies in plain form in the copy, and one that is shared by mistake can be
#   read by who receives it.
#
#   Encryption costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encrypted` to `true` in `cross_region_copy_rule`, and `cmk_arn` for a key of your own.
#   aliases: [CKV_AWS_255]
package policy.aws.dlm.copies_unencrypted

import data.lib.setting

deny contains {"resource": policy.id, "path": path, "message": message} if {
	some policy in input.resources.aws_dlm_lifecycle_policy
	some i, schedule in setting.block(policy.attributes, "policy_details").schedule
	some j, copy in schedule.cross_region_copy_rule
	message := setting.off(copy, "encrypted")
	path := ["policy_details", 0, "schedule", i, "cross_region_copy_rule", j, "encrypted"]
}
