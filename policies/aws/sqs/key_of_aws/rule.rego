# METADATA
# title: SQS queue is encrypted with the key that AWS keeps
# description: |
#   The queue uses the key `alias/aws/sqs`, which AWS makes for the account. Its policy cannot be changed: other
#   accounts and services such as S3 and SNS cannot send to the queue, and nobody can be kept from the key who may use
#   queues at all.
#
#   The key costs as much for each call as one of one's own.
# related_resources:
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_master_key_id` to an `aws_kms_key`, or remove it: without, SQS encrypts with a key of its own for
#     nothing.
#   aliases: [CKV2_AWS_73, AWS-0135]
package policy.aws.sqs.key_of_aws

import data.lib.kms

deny contains {"resource": queue.id, "path": ["kms_master_key_id"], "message": message} if {
	some queue in input.resources.aws_sqs_queue
	kms.of_aws(queue.attributes.kms_master_key_id)
	message := kms.not_own(queue.attributes, "kms_master_key_id")
}
