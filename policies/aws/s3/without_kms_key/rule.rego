# METADATA
# title: S3 bucket is not encrypted with a key of KMS
# description: |
#   S3 encrypts every file, with a key of its own unless the bucket names another one. Whoever may read the file then
#   needs nothing else.
#
#   With a key of Key Management Service, reading also takes permission to use the key, each use is recorded, and
#   switching the key off makes all copies unreadable. Calls to it cost money; a bucket key makes them few.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_s3_bucket_server_side_encryption_configuration` with `sse_algorithm = "aws:kms"` and
#     `kms_master_key_id`.
#   aliases: [CKV_AWS_145, AWS-0132]
package policy.aws.s3.without_kms_key

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": array.concat(
		[{"resource": bucket.id, "path": ["server_side_encryption_configuration"]}],
		array.concat(s3.doubts(bucket, kind), s3.log_doubts(bucket)),
	),
	"message": "No encryption is set on the bucket, and the default is a key of S3 itself",
	"missing": kind,
} if {
	some bucket in input.resources.aws_s3_bucket
	not s3.receives_logs(bucket)
	count(s3.settings(bucket, kind)) == 0
	not setting.is_set(bucket.attributes, "server_side_encryption_configuration")
}

# Written in the bucket itself, as up to version 3 of the provider.
deny contains {
	"resource": bucket.id,
	"path": array.concat(["server_side_encryption_configuration", i], fault.path),
	"needs": s3.log_doubts(bucket),
	"message": fault.message,
} if {
	some bucket in input.resources.aws_s3_bucket
	not s3.receives_logs(bucket)
	count(s3.settings(bucket, kind)) == 0
	some i, configuration in bucket.attributes.server_side_encryption_configuration
	some fault in faults(configuration)
}

deny contains {
	"resource": bucket.id,
	"at": configuration.id,
	"path": fault.path,
	"needs": s3.log_doubts(bucket),
	"message": fault.message,
} if {
	some bucket in input.resources.aws_s3_bucket
	not s3.receives_logs(bucket)
	some configuration in s3.settings(bucket, kind)
	some fault in faults(configuration.attributes)
}

kind := "aws_s3_bucket_server_side_encryption_configuration"

faults(configuration) := [{"path": path, "message": message} |
	some i, rule in configuration.rule
	path := ["rule", i, "apply_server_side_encryption_by_default", 0, "sse_algorithm"]
	by_default := setting.block(rule, "apply_server_side_encryption_by_default")
	message := setting.other(by_default, "sse_algorithm", {"aws:kms", "aws:kms:dsse"}, "AES256")
]
