# METADATA
# title: Kafka cluster keeps no logs of its brokers
# description: |
#   The logs of Kafka brokers say why a client was refused, why a broker left the cluster, who connected. Brokers of
#   MSK cannot be looked into in another way, so without logs nobody can tell what happened.
#
#   Logs cost money for each byte, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `logging_info` with `broker_logs`, and in it `cloudwatch_logs`, `s3` or `firehose` with `enabled = true`.
#   aliases: [CKV_AWS_80, AWS-0074]
package policy.aws.msk.logs

import data.lib.attribute
import data.lib.block
import data.lib.setting

deny contains {
	"resource": cluster.id,
	"path": ["logging_info"],
	"needs": needs,
	"message": "No `broker_logs` is enabled",
} if {
	some cluster in input.resources.aws_msk_cluster
	count(enabled(cluster)) == 0
	needs := block.doubts(cluster, "logging_info", array.concat(targets, ["broker_logs", "enabled"]))
}

targets := ["cloudwatch_logs", "firehose", "s3"]

enabled(cluster) := [target |
	some info in cluster.attributes.logging_info
	some logs in info.broker_logs
	some target in targets
	attribute.is_true(setting.block(logs, target).enabled)
]
