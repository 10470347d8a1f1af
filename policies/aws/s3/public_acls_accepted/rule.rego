# METADATA
# title: S3 bucket takes new access lists that let the public in
# description: |
#   Access lists say who may read or write a bucket and each of its files. With this switch of the bucket's public
#   access block off, a request that makes a list public is obeyed, be it a mistake or an attack.
#
#   What the four switches do together is the business of another rule; this one is for looking at them one by one.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `block_public_acls` to `true`.
#   aliases: [CKV_AWS_53, AWS-0086]
package policy.aws.s3.public_acls_accepted

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": block.id,
	"path": ["block_public_acls"],
	"needs": s3.account_doubts(block.root, ["block_public_acls"]),
	"message": message,
} if {
	some block in input.resources.aws_s3_bucket_public_access_block
	not s3.account_sets(block.root, "block_public_acls")
	message := setting.off(block.attributes, "block_public_acls")
}
