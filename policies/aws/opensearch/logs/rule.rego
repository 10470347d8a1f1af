# METADATA
# title: OpenSearch domain publishes no logs
# description: |
#   An OpenSearch domain can write what it does to CloudWatch: errors, slow queries, and who asked for what. Without
#   any of these logs nobody can tell why the domain was slow or failed, or who read what.
#
#   Logs cost money for each byte, so which ones to keep is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `log_publishing_options` with `cloudwatch_log_group_arn` and a `log_type`, `ES_APPLICATION_LOGS` first.
#   aliases: [CKV_AWS_84, AC_AWS_0105]
package policy.aws.opensearch.logs

import data.lib.attribute

deny contains {
	"resource": domain.id,
	"path": ["log_publishing_options"],
	"message": "No `log_publishing_options` is enabled",
} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	count([log | some log in domain.attributes.log_publishing_options; is_on(log)]) == 0
}

is_on(log) if not attribute.is_false(object.get(log, "enabled", true))
