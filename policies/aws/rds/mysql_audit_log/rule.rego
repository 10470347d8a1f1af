# METADATA
# title: Aurora MySQL cluster publishes no audit log
# description: |
#   The audit log of an Aurora MySQL cluster says who connected and what was asked. It stays on the machine for a
#   short time, unless it is published to CloudWatch; after an incident it is often gone.
#
#   Logs cost money for each byte, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `audit` to `enabled_cloudwatch_logs_exports`, and set `server_audit_logging` to `1` in the cluster's
#     parameter group.
#   aliases: [CKV_AWS_325]
package policy.aws.rds.mysql_audit_log

import data.lib.block

deny contains {
	"resource": cluster.id,
	"path": ["enabled_cloudwatch_logs_exports"],
	"needs": needs,
	"message": message,
} if {
	some cluster in input.resources.aws_rds_cluster
	object.get(cluster.attributes, "engine", "aurora") in {"aurora", "aurora-mysql"}
	logs := object.get(cluster.attributes, "enabled_cloudwatch_logs_exports", [])
	count([log | some log in logs; log == "audit"]) == 0
	needs := array.concat(
		[{"resource": cluster.id, "path": ["engine"]}],
		block.doubts(cluster, "enabled_cloudwatch_logs_exports", []),
	)
	message := "`enabled_cloudwatch_logs_exports` does not hold `audit`"
}
