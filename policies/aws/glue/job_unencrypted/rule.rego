# METADATA
# title: Glue security configuration leaves parts of a job unencrypted
# description: |
#   A security configuration says how the jobs of Glue encrypt what they write: results in S3, logs in CloudWatch,
#   and bookmarks, which say how far a job has got. Of a part that is left out, the service encrypts what it stores
#   with a key of its own, if at all.
#
#   In logs and bookmarks there are now and then pieces of the data.
# related_resources:
#   - https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `cloudwatch_encryption_mode` to `SSE-KMS`, `job_bookmarks_encryption_mode` to `CSE-KMS` and
#     `s3_encryption_mode` to `SSE-KMS`, each with a key.
#   aliases: [CKV_AWS_99]
package policy.aws.glue.job_unencrypted

import data.lib.setting

deny contains {
	"resource": configuration.id,
	"path": ["encryption_configuration", 0, block, 0, mode],
	"message": message,
} if {
	some configuration in input.resources.aws_glue_security_configuration
	encryption := setting.block(configuration.attributes, "encryption_configuration")
	some block in ["cloudwatch_encryption", "job_bookmarks_encryption", "s3_encryption"]
	mode := sprintf("%s_mode", [block])
	message := setting.other(setting.block(encryption, block), mode, {"CSE-KMS", "SSE-KMS", "SSE-S3"}, "DISABLED")
}
