# METADATA
# title: S3 bucket keeps no earlier versions of its files
# description: |
#   With versioning on, a bucket keeps what is overwritten or deleted, so that a mistake, a faulty program or a
#   blackmailer's encryption can be undone. Without it, the old content is gone at once.
#
#   Old versions cost storage. A rule that deletes them after some time bounds that.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add an `aws_s3_bucket_versioning` whose `bucket` is this bucket's `id`, with `status = "Enabled"` in
#     `versioning_configuration`.
#   aliases: [CKV_AWS_21, AWS-0090, AC_AWS_0214]
package policy.aws.s3.no_versioning

import data.lib.attribute
import data.lib.graph
import data.lib.s3
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": array.concat(
		[{"resource": bucket.id, "path": [argument]} | some argument in ["versioning", "object_lock_enabled"]],
		array.concat(
			attribute.unknown_in(bucket, ["object_lock_configuration"], ["object_lock_enabled"]),
			s3.doubts(bucket, "aws_s3_bucket_versioning"),
		),
	),
	"message": "Versioning is not set on the bucket",
	"missing": "aws_s3_bucket_versioning",
} if {
	some bucket in input.resources.aws_s3_bucket
	count(s3.settings(bucket, "aws_s3_bucket_versioning")) == 0
	not setting.is_set(bucket.attributes, "versioning")
	not is_locked(bucket)
}

# Files are locked by version: S3 switches versioning on with the lock.
is_locked(bucket) if attribute.is_true(bucket.attributes.object_lock_enabled)

is_locked(bucket) if bucket.attributes.object_lock_configuration[0].object_lock_enabled == "Enabled"

is_locked(bucket) if count(graph.referrers_via(bucket, "aws_s3_bucket_object_lock_configuration", "bucket")) > 0

# Written in the bucket itself, as up to version 3 of the provider.
deny contains {"resource": bucket.id, "path": ["versioning", i, "enabled"], "message": message} if {
	some bucket in input.resources.aws_s3_bucket
	count(s3.settings(bucket, "aws_s3_bucket_versioning")) == 0
	some i, versioning in bucket.attributes.versioning
	message := setting.off(versioning, "enabled")
}

deny contains {
	"resource": bucket.id,
	"at": versioning.id,
	"path": ["versioning_configuration", 0, "status"],
	"message": message,
} if {
	some bucket in input.resources.aws_s3_bucket
	some versioning in s3.settings(bucket, "aws_s3_bucket_versioning")
	configuration := setting.block(versioning.attributes, "versioning_configuration")
	message := setting.other(configuration, "status", {"Enabled"}, "")
}
