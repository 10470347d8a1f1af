# METADATA
# title: S3 bucket with a public policy is open to other accounts
# description: |
#   With this switch of the bucket's public access block on, a bucket whose policy is public answers nobody but its
#   own account and services of AWS. It is off here, so such a policy lets everybody in.
#
#   What the four switches do together is the business of another rule; this one is for looking at them one by one.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `restrict_public_buckets` to `true`.
#   aliases: [CKV_AWS_56, AWS-0093]
package policy.aws.s3.public_policy_obeyed

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": block.id,
	"path": ["restrict_public_buckets"],
	"needs": s3.account_doubts(block.root, ["restrict_public_buckets"]),
	"message": message,
} if {
	some block in input.resources.aws_s3_bucket_public_access_block
	not s3.account_sets(block.root, "restrict_public_buckets")
	message := setting.off(block.attributes, "restrict_public_buckets")
}
