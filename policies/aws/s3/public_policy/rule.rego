# METADATA
# title: S3 bucket policy lets anybody in
# description: |
#   A bucket holds files. The policy of this one lets anybody on the internet do something with them, without a login.
#   Public buckets are searched for all the time, and what can be read will be copied.
#
#   Where the statement allows writing or deleting, strangers can also replace what readers trust, or take the files
#   away.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts, roles or services in `Principal`. Serve public files through CloudFront with origin access
#     control, and set all four settings of an `aws_s3_bucket_public_access_block`.
#   outweighs: [aws-s3-public-access-block, aws-s3-public-website]
#   aliases: [CKV_AWS_70, AC_AWS_0217, AC_AWS_0218, AC_AWS_0219, AC_AWS_0220, AC_AWS_0221, AC_AWS_0224]
package policy.aws.s3.public_policy

import data.lib.s3_policy

deny contains {
	"resource": opening.resource,
	"at": opening.at,
	"path": opening.path,
	"needs": opening.needs,
	"evidence": opening.evidence,
	"message": opening.message,
} if {
	some opening in s3_policy.openings
	not opening.publishes
}
