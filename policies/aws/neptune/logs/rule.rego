# METADATA
# title: Neptune cluster publishes no audit log
# description: |
#   The audit log of a Neptune cluster says who connected and what was asked. It stays on the machine for a short
#   time, unless it is published to CloudWatch; after an incident it is often gone.
#
#   Logs cost money for each byte, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `enable_cloudwatch_logs_exports` to `["audit"]`, and `neptune_enable_audit_log` to `1` in the cluster's
#     parameter group.
#   aliases: [CKV_AWS_101, AWS-0075, AC_AWS_0494]
package policy.aws.neptune.logs

import data.lib.block
import data.lib.setting

deny contains {"resource": cluster.id, "path": ["enable_cloudwatch_logs_exports"], "message": message} if {
	some cluster in input.resources.aws_neptune_cluster
	message := setting.missing(cluster.attributes, "enable_cloudwatch_logs_exports")
}

deny contains {
	"resource": cluster.id,
	"path": ["enable_cloudwatch_logs_exports"],
	"needs": needs,
	"message": "`enable_cloudwatch_logs_exports` does not have `audit`",
} if {
	some cluster in input.resources.aws_neptune_cluster
	logs := cluster.attributes.enable_cloudwatch_logs_exports
	count(logs) > 0
	not "audit" in logs
	needs := block.doubts(cluster, "enable_cloudwatch_logs_exports", [])
}
