# METADATA
# title: S3 bucket keeps no access log
# description: |
#   An access log has a line for each request for a file: from whom, for what, with which answer. Without it, it
#   cannot be told after an incident what was read.
#
#   It is written to another bucket and costs what it takes to store. CloudTrail can record the same, at a price for
#   each request.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_s3_bucket_logging` whose `bucket` is this bucket's `id`, with a `target_bucket` for logs.
#   aliases: [CKV_AWS_18, AWS-0089, AC_AWS_0497]
package policy.aws.s3.without_access_log

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": array.concat(
		[{"resource": bucket.id, "path": ["logging"]}],
		array.concat(s3.doubts(bucket, "aws_s3_bucket_logging"), s3.access_log_doubts(bucket)),
	),
	"message": "No access log is set on the bucket",
	"missing": "aws_s3_bucket_logging",
} if {
	some bucket in input.resources.aws_s3_bucket
	not s3.keeps_access_logs(bucket)
	count(s3.settings(bucket, "aws_s3_bucket_logging")) == 0
	not setting.is_set(bucket.attributes, "logging")
}
