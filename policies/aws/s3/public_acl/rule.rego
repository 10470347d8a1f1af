# METADATA
# title: S3 bucket ACL grants public access
# description: |
#   An access control list (ACL) says which AWS accounts may list, read or write the files of a storage bucket. This
#   one names everyone on the internet, or everyone with an AWS account of any kind, which anybody can open for free.
#
#   Public buckets are searched for all the time. What can be read will be copied; what can be written to will be
#   used to serve malware, to change what the bucket's readers trust, or to run up the bill.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `acl` to `private` or remove it, and remove grants to the groups AllUsers and AuthenticatedUsers. Serve
#     public files through CloudFront with origin access control, and set all four settings of an
#     `aws_s3_bucket_public_access_block`.
#   outweighs: [aws-s3-public-access-block]
#   aliases: [CKV_AWS_20, CKV2_AWS_43, AWS-0092, AWS-0161, AC_AWS_0210, AC_AWS_0211, AC_AWS_0212, AC_AWS_0213]
#   compliance: {cis-aws-1.5: ["2.1.5"]}
package policy.aws.s3.public_acl

import data.lib.s3_acl

deny contains {
	"resource": opening.resource,
	"at": opening.at,
	"path": opening.path,
	"needs": opening.needs,
	"message": opening.message,
} if {
	some opening in s3_acl.openings
}
