# METADATA
# title: SNS topic is encrypted with the key that AWS keeps
# description: |
#   The topic uses the key `alias/aws/sns`, which AWS makes for the account. Its policy cannot be changed: services
#   such as CloudWatch and S3, and other accounts, cannot publish to the topic, and messages get lost without an
#   error.
#
#   A key of one's own says who may publish and costs as much for each call.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_master_key_id` to an `aws_kms_key` whose policy lets the publishers use it.
#   aliases: [AWS-0136]
package policy.aws.sns.key_of_aws

import data.lib.kms

deny contains {"resource": topic.id, "path": ["kms_master_key_id"], "message": message} if {
	some topic in input.resources.aws_sns_topic
	kms.of_aws(topic.attributes.kms_master_key_id)
	message := kms.not_own(topic.attributes, "kms_master_key_id")
}
