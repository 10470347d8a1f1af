# METADATA
# title: Bucket keeps everything for ever
# description: |
#   What is put into a bucket stays until somebody deletes it. A lifecycle rule deletes or moves what is old to
#   cheaper storage, and clears away what nobody sees: earlier versions of files, and parts of uploads that were
#   never finished.
#
#   A bucket that is small, or whose files are all needed, needs none.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add an `aws_s3_bucket_lifecycle_configuration` whose `bucket` is this bucket's `id`, with at least a rule
#     for `abort_incomplete_multipart_upload`.
#   aliases: [CKV2_AWS_61]
package policy.aws.s3.without_lifecycle

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": array.concat(
		[{"resource": bucket.id, "path": ["lifecycle_rule"]}],
		s3.doubts(bucket, "aws_s3_bucket_lifecycle_configuration"),
	),
	"message": "No lifecycle rule is set on the bucket",
	"missing": "aws_s3_bucket_lifecycle_configuration",
} if {
	some bucket in input.resources.aws_s3_bucket
	count(s3.settings(bucket, "aws_s3_bucket_lifecycle_configuration")) == 0
	not setting.is_set(bucket.attributes, "lifecycle_rule")
}
