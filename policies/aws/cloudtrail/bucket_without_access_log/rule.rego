# METADATA
# title: Bucket of a CloudTrail trail keeps no access log
# description: |
#   A CloudTrail trail records who did what in an AWS account. Its files lie in a bucket; the access log of that
#   bucket says who read or removed them. Without it an intruder can look through the records, and delete them,
#   without a trace outside of them.
#
#   Access logs cost the space that they take.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_s3_bucket_logging` for the bucket with another bucket as `target_bucket`.
#   aliases: [AWS-0163]
#   compliance: {cis-aws-1.5: ["3.6"]}
package policy.aws.cloudtrail.bucket_without_access_log

import data.lib.graph
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": ["logging"],
	"needs": needs,
	"evidence": evidence,
	"message": message,
	"missing": "aws_s3_bucket_logging",
} if {
	some bucket in input.resources.aws_s3_bucket
	trails := graph.referrers_via(bucket, "aws_cloudtrail", "s3_bucket_name")
	trail := trails[0]
	setting.missing(bucket.attributes, "logging")
	count(graph.referrers_via(bucket, "aws_s3_bucket_logging", "bucket")) == 0
	needs := graph.unresolved(bucket, "aws_s3_bucket_logging", "bucket")
	evidence := [{"resource": trail.id, "path": ["s3_bucket_name"], "note": "the trail writes here"}]
	message := sprintf("%s writes here, and no `aws_s3_bucket_logging` is set on the bucket", [trail.address])
}
