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
#     distribution's `arn` with an `aws_cloudwatch_log_delivery` that takes it somewhere.
#   aliases: [CKV_AWS_86, AWS-0010, AC_AWS_0025]
package policy.aws.cloudfront.without_access_log

import data.lib.graph
import data.lib.setting

deny contains {
	"resource": distribution.id,
	"path": ["logging_config", 0, "bucket"],
	"needs": array.concat(
		graph.unresolved(distribution, "aws_cloudwatch_log_delivery_source", "resource_arn"),
		[need |
			some source in sources(distribution)
			some need in array.concat(
				graph.unresolved(source, "aws_cloudwatch_log_delivery", "delivery_source_name"),
				[{"resource": source.id, "path": ["name"]}],
			)
		],
	),
	"message": "Neither `logging_config` nor a log delivery is set",
	"missing": missing(distribution),
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	not setting.is_set(setting.block(distribution.attributes, "logging_config"), "bucket")
	every source in sources(distribution) {
		not is_delivered(source)
	}
}

sources(distribution) := graph.referrers_via(distribution, "aws_cloudwatch_log_delivery_source", "resource_arn")

# A source alone sends nothing anywhere.
is_delivered(source) if count(graph.referrers_via(source, "aws_cloudwatch_log_delivery", "delivery_source_name")) > 0

is_delivered(source) if {
	some delivery in input.resources.aws_cloudwatch_log_delivery
	delivery.root == source.root
	delivery.attributes.delivery_source_name == source.attributes.name
}

missing(distribution) := "aws_cloudwatch_log_delivery_source" if count(sources(distribution)) == 0

missing(distribution) := "aws_cloudwatch_log_delivery" if count(sources(distribution)) > 0
