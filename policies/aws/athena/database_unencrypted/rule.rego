# METADATA
# title: Athena database leaves the encryption of results to the bucket
# description: |
#   Terraform makes an Athena database by running a query, whose result is stored in S3. S3 encrypts what is stored
#   in it with keys of its own, so the results are not in plain form, but everyone reads them who may read the
#   bucket. With a KMS key in between, reading also takes permission to use the key.
# related_resources:
#   - https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `encryption_configuration { encryption_option = "SSE_KMS" }` with `kms_key`.
#   aliases: [CKV_AWS_77, AWS-0006, AC_AWS_0443]
package policy.aws.athena.database_unencrypted

import data.lib.setting

deny contains {
	"resource": database.id,
	"path": ["encryption_configuration", 0, "encryption_option"],
	"message": message,
} if {
	some database in input.resources.aws_athena_database
	configuration := setting.block(database.attributes, "encryption_configuration")
	message := setting.missing(configuration, "encryption_option")
}
