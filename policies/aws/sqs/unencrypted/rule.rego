# METADATA
# title: Messages of an SQS queue are stored without encryption
# description: |
#   A queue keeps messages until they are worked on. AWS encrypts them by itself; this queue switches that off and
#   names no key instead, so the messages lie in plain form on disks that AWS manages. It also lets SQS take requests
#   without TLS, which it refuses for a queue that is encrypted.
#
#   Encryption with the key of the queue service costs nothing and changes nothing for those who send and receive.
# related_resources:
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `sqs_managed_sse_enabled` to `true` or remove it, or set `kms_master_key_id`.
#   aliases: [CKV_AWS_27, AWS-0096, AC_AWS_0366]
package policy.aws.sqs.unencrypted

import data.lib.setting

deny contains {
	"resource": queue.id,
	"path": ["sqs_managed_sse_enabled"],
	"needs": [{"resource": queue.id, "path": ["kms_master_key_id"]}],
	"message": message,
} if {
	some queue in input.resources.aws_sqs_queue
	not setting.is_set(queue.attributes, "kms_master_key_id")
	message := setting.turned_off(queue.attributes, "sqs_managed_sse_enabled")
}
