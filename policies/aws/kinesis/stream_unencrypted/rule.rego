# METADATA
# title: Kinesis stream is not encrypted at rest
# description: |
#   A Kinesis stream keeps records for a day or more: clicks, orders, log lines. Without encryption they lie in
#   plain form on disks that AWS manages, and everyone who may read the stream may read them.
#
#   With a key in between, reading also takes permission to use the key.
# related_resources:
#   - https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encryption_type` to `KMS` and `kms_key_id` to a key, `alias/aws/kinesis` if none of your own. Who writes
#     or reads needs `kms:GenerateDataKey` or `kms:Decrypt` for a key of your own.
#   aliases: [CKV_AWS_43, AWS-0064, AC_AWS_0157]
package policy.aws.kinesis.stream_unencrypted

import data.lib.setting

deny contains {"resource": stream.id, "path": ["encryption_type"], "message": message} if {
	some stream in input.resources.aws_kinesis_stream
	message := setting.other(stream.attributes, "encryption_type", {"KMS"}, "NONE")
}
