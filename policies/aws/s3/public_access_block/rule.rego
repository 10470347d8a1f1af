# METADATA
# title: S3 bucket is not protected by a complete public access block
# description: |
#   A public access block is a switch above a storage bucket's own permissions: with all four settings on, no access
#   list and no bucket policy can make its files readable or writable by strangers, whatever they say.
#
#   Without it, or with one setting off, a single later mistake in an access list or a policy publishes the data. New
#   buckets get the block from AWS today, but only code that sets it keeps it in place and shows when it is gone.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `block_public_acls`, `block_public_policy`, `ignore_public_acls` and `restrict_public_buckets` to `true` in
#     the `aws_s3_bucket_public_access_block` whose `bucket` is this bucket's `id`. Where there is none, add it.
#   aliases: [CKV2_AWS_6, AWS-0094, AC_AWS_0496]
#   compliance: {cis-aws-1.5: ["2.1.5"]}
package policy.aws.s3.public_access_block

import data.lib.attribute
import data.lib.graph
import data.lib.s3

deny contains {
	"resource": bucket.id,
	"path": [],
	"needs": doubts(bucket),
	"message": "No `aws_s3_bucket_public_access_block` is set on the bucket",
	"missing": "aws_s3_bucket_public_access_block",
} if {
	some bucket in input.resources.aws_s3_bucket
	not account_protects(bucket.root)
	not s3.serves_website(bucket)
	count(blocks(bucket)) == 0
}

deny contains {
	"resource": bucket.id,
	"at": block.id,
	"path": [flag],
	"needs": doubts(bucket),
	"message": sprintf("The bucket's public access block leaves %s off", [concat(", ", off)]),
} if {
	some bucket in input.resources.aws_s3_bucket
	not account_protects(bucket.root)
	not s3.serves_website(bucket)
	some block in blocks(bucket)
	off := switched_off(block)
	flag := to_blame(block, off)
}

# For a bucket that is made elsewhere.
deny contains {
	"resource": block.id,
	"path": [flag],
	"needs": s3.access_block_doubts(block, s3.access_block_flags),
	"message": sprintf("The public access block leaves %s off", [concat(", ", off)]),
} if {
	some block in input.resources.aws_s3_bucket_public_access_block
	not account_protects(block.root)
	count(graph.targets_via(block, "aws_s3_bucket", "bucket")) == 0
	off := switched_off(block)
	flag := to_blame(block, off)
}

switched_off(block) := [flag | some flag in s3.access_block_flags; not attribute.is_true(block.attributes[flag])]

# One setting stands for all that are off: one that is written, else one that is missing, else an unknown one, of
# which nothing can be said.
to_blame(block, off) := [flag |
	some flags in [
		[flag | some flag in off; flag in object.keys(block.attributes)],
		[flag | some flag in off; not attribute.is_unknown(block, flag)],
		off,
	]
	some flag in flags
][0]

# A website is meant to be public: what else its policy allows is the business of other rules.
doubts(bucket) := array.concat(
	s3.access_block_doubts(bucket, s3.access_block_flags),
	s3.website_doubts(bucket),
)

blocks(bucket) := graph.referrers_via(bucket, "aws_s3_bucket_public_access_block", "bucket")

account_protects(root) if {
	every flag in s3.access_block_flags {
		s3.account_sets(root, flag)
	}
}
