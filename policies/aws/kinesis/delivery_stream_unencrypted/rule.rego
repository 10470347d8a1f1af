# METADATA
# title: Firehose stream is not encrypted at rest
# description: |
#   Firehose collects records and delivers them in batches to storage or a search engine. Until a batch is delivered
#   it waits on disks that AWS manages, in plain form unless the stream asks for encryption.
#
#   A stream that reads from a Kinesis stream or from Kafka takes the encryption of that one and needs none of its
#   own. Since batches wait for minutes only, it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/firehose/latest/dev/encryption.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `server_side_encryption { enabled = true }`, with `key_type = "CUSTOMER_MANAGED_CMK"` and `key_arn` for a
#     key of your own.
#   aliases: [CKV_AWS_240, AC_AWS_0156]
package policy.aws.kinesis.delivery_stream_unencrypted

import data.lib.block
import data.lib.setting

deny contains {
	"resource": stream.id,
	"path": ["server_side_encryption", 0, "enabled"],
	"needs": needs,
	"message": message,
} if {
	some stream in input.resources.aws_kinesis_firehose_delivery_stream
	every source in sources {
		setting.missing(stream.attributes, source)
	}
	message := block.off(stream.attributes, "server_side_encryption", "enabled")
	needs := [{"resource": stream.id, "path": [source]} | some source in sources]
}

# What is read from these is encrypted as they are.
sources := ["kinesis_source_configuration", "msk_source_configuration"]
