# METADATA
# title: S3 object is not encrypted with a key of one's own
# description: |
#   S3 encrypts every file, with a key of its own or that of the bucket unless the file names another one. Whoever may
#   read the file then needs nothing else.
#
#   With a key of one's own, reading also takes permission to use the key. Set on the bucket, it holds for all files.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of an `aws_kms_key`, or such a key as the default of the bucket.
#   aliases: [CKV_AWS_186, AC_AWS_0498]
package policy.aws.s3.object_without_own_key

import data.lib.attribute
import data.lib.graph
import data.lib.kms
import data.lib.s3

deny contains {
	"resource": file.id,
	"path": ["kms_key_id"],
	"needs": [need |
		some encryption in encryptions(file)
		some need in attribute.unknown_in(encryption, ["rule"], ["apply_server_side_encryption_by_default", "sse_algorithm"])
	],
	"message": message,
} if {
	some kind in {"aws_s3_object", "aws_s3_bucket_object"}
	some file in input.resources[kind]
	message := kms.not_own(file.attributes, "kms_key_id")
	not bucket_has_key(file)
}

bucket_has_key(file) if {
	some encryption in encryptions(file)
	some rule in encryption.attributes.rule
	some by_default in rule.apply_server_side_encryption_by_default
	by_default.sse_algorithm in {"aws:kms", "aws:kms:dsse"}
}

encryptions(file) := [encryption |
	some bucket in graph.targets_via(file, "aws_s3_bucket", "bucket")
	some encryption in s3.settings(bucket, "aws_s3_bucket_server_side_encryption_configuration")
]
