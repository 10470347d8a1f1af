# METADATA
# title: OpenSearch domain publishes no audit log
# description: |
#   The audit log of an OpenSearch domain says who logged in, who failed to, and which documents were read or
#   changed. Without it nobody can tell after an incident what was taken.
#
#   It needs fine-grained access control, since otherwise there are no users to speak of, and costs money for each
#   byte.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `log_publishing_options` with `log_type = "AUDIT_LOGS"` and a `cloudwatch_log_group_arn`, and switch on
#     `advanced_security_options`.
#   aliases: [CKV_AWS_317, AWS-0042]
package policy.aws.opensearch.audit_logs

import data.lib.attribute
import data.lib.block

deny contains {
	"resource": domain.id,
	"path": ["log_publishing_options"],
	"needs": needs,
	"message": "No `log_publishing_options` with the type `AUDIT_LOGS` is enabled",
} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	count([log | some log in domain.attributes.log_publishing_options; is_audit(log)]) == 0
	needs := block.doubts(domain, "log_publishing_options", ["enabled", "log_type"])
}

is_audit(log) if {
	log.log_type == "AUDIT_LOGS"
	not attribute.is_false(object.get(log, "enabled", true))
}
