# METADATA
# title: Messages of an SNS topic are not encrypted with a key
# description: |
#   A topic hands messages to all who subscribed. Without a key they lie in plain form on disks that AWS manages until
#   all have received them; the disks themselves are encrypted by AWS.
#
#   With a key, publishing takes permission to use it too. It costs a little, and services that publish must be
#   allowed to use it.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_master_key_id` to an `aws_kms_key` whose policy lets the publishers use it.
#   aliases: [CKV_AWS_26, AWS-0095, AC_AWS_0502]
package policy.aws.sns.unencrypted

import data.lib.setting

deny contains {"resource": topic.id, "path": ["kms_master_key_id"], "message": message} if {
	some topic in input.resources.aws_sns_topic
	message := setting.missing(topic.attributes, "kms_master_key_id")
}
