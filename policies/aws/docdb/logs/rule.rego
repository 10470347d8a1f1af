# METADATA
# title: DocumentDB cluster publishes no logs
# description: |
#   DocumentDB can write an audit log, who connected and what was changed, and a profiler log, which operations were
#   slow. They are published to CloudWatch or not kept at all.
#
#   Logs cost money for each byte, so which to keep is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/profiling.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Set `enabled_cloudwatch_logs_exports` to `["audit"]`, `["profiler"]` or both, and `audit_logs` or `profiler`
#     to `enabled` in the cluster's parameter group.
#   aliases: [CKV_AWS_85, AWS-0020, AC_AWS_0456]
package policy.aws.docdb.logs

import data.lib.block

deny contains {
	"resource": cluster.id,
	"path": ["enabled_cloudwatch_logs_exports"],
	"needs": needs,
	"message": message,
} if {
	some cluster in input.resources.aws_docdb_cluster
	logs := object.get(cluster.attributes, "enabled_cloudwatch_logs_exports", [])
	count([log | some log in listed(logs); log in {"audit", "profiler"}]) == 0
	needs := block.doubts(cluster, "enabled_cloudwatch_logs_exports", [])
	message := "`enabled_cloudwatch_logs_exports` has neither `audit` nor `profiler`"
}

# A text in place of the list, which Terraform refuses, still says which log is wanted.
listed(logs) := logs if is_array(logs)

listed(log) := [log] if is_string(log)
