# METADATA
# title: S3 website is read from its bucket by anybody
# description: |
#   This bucket is a website, and its policy lets anybody on the internet read its files, as S3's own web server needs
#   it. So every file that is ever put there is public, also one that was put there by mistake.
#
#   S3's web server does not speak TLS, so readers cannot tell who sends them the pages. Where a content delivery
#   network stands before it, its firewall and limits are passed by whoever asks the bucket directly.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Serve the files through CloudFront: make the bucket's own address the origin in the place of the website's, give
#     it origin access control, and allow only the service `cloudfront.amazonaws.com` with the distribution as
#     `aws:SourceArn`.
#   aliases: [CKV_AWS_70, AC_AWS_0217, AC_AWS_0218, AC_AWS_0219, AC_AWS_0220, AC_AWS_0221, AC_AWS_0224]
package policy.aws.s3.public_website

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
	opening.publishes
}
