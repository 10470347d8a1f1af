# METADATA
# title: CloudFront distribution keeps no access log
# description: |
#   An access log has a line for each request: from where, for what, with which answer. Without it, it cannot be told
#   after an incident who came and what they got.
#
#   The log is written to a bucket or to CloudWatch and costs what it takes to store.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a `logging_config` with a `bucket`, or an `aws_cloudwatch_log_delivery_source` whose `resource_arn` is this
#     distribution's `arn`.
#   aliases: [CKV_AWS_86, AWS-0010, AC_AWS_0025]
package policy.aws.cloudfront.without_access_log

import data.lib.graph
import data.lib.setting

deny contains {
	"resource": distribution.id,
	"path": ["logging_config", 0, "bucket"],
	"needs": graph.unresolved(distribution, "aws_cloudwatch_log_delivery_source", "resource_arn"),
	"message": "Neither `logging_config` nor a log delivery is set",
	"missing": "aws_cloudwatch_log_delivery_source",
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	not setting.is_set(setting.block(distribution.attributes, "logging_config"), "bucket")
	count(graph.referrers_via(distribution, "aws_cloudwatch_log_delivery_source", "resource_arn")) == 0
}
