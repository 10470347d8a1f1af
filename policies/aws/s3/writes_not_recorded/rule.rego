# METADATA
# title: Nobody records who changes files in the S3 bucket
# description: |
#   CloudTrail writes down what is done in an AWS account, but not what is done with single files, unless a trail is
#   told to. Without that there is no record of who wrote or deleted which file, and it cannot be told after an
#   incident what was changed.
#
#   It is paid by the number of such events. A trail of the whole organisation may do it; that cannot be seen here.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-cloudtrail-logging-for-s3.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `event_selector` to an `aws_cloudtrail` with `read_write_type = "All"` and a `data_resource` of type
#     `AWS::S3::Object` with the value `arn:aws:s3`.
#   aliases: [AWS-0171]
package policy.aws.s3.writes_not_recorded

import data.lib.object_events

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": object_events.doubts(bucket),
	"message": "No trail of the configuration records who changes files",
} if {
	some bucket in input.resources.aws_s3_bucket
	not object_events.recorded(bucket, "WriteOnly")
}
