# METADATA
# title: S3 bucket ACL lets strangers change the bucket
# description: |
#   An access control list (ACL) says which AWS accounts may list, read or write the files of a storage bucket. This
#   one lets everyone on the internet, or everyone with an AWS account of any kind, write, or change the list itself.
#
#   A bucket may be meant to be read by all, such as that of a website. None is meant to be written to by all: strangers
#   replace what its readers trust, delete it, or store their own files there at the owner's expense.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `acl` to `private` or remove it, and remove grants of `WRITE`, `WRITE_ACP` and `FULL_CONTROL` to the groups
#     AllUsers and AuthenticatedUsers. Hand out presigned addresses to those who have to upload.
#   aliases: [CKV_AWS_57, CKV_AWS_20, AWS-0092]
#   partial_aliases: [CKV_AWS_20]
#   covers: [aws-s3-public-acl]
#   outweighs: [aws-s3-public-access-block]
#   compliance: {cis-aws-1.5: ["2.1.5"]}
package policy.aws.s3.publicly_writable_acl

import data.lib.s3_acl

deny contains {
	"resource": opening.resource,
	"at": opening.at,
	"path": opening.path,
	"needs": opening.needs,
	"message": sprintf("%s, and lets them change what is in it", [opening.message]),
} if {
	some opening in s3_acl.openings
	opening.writes
}
