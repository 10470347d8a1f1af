# METADATA
# title: CloudFront reads a bucket as a stranger
# description: |
#   CloudFront fetches files from this bucket without saying who it is. So either the bucket lets everybody read,
#   and can be read past CloudFront, its firewall and its logs, or CloudFront gets nothing.
#
#   With origin access control, CloudFront signs what it asks, and the bucket can be closed to everyone else.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add an `aws_cloudfront_origin_access_control`, set `origin_access_control_id` of the origin to its `id`,
#     and let the distribution read in the bucket's policy.
#   aliases: [CKV2_AWS_46]
package policy.aws.cloudfront.bucket_without_access_control

import data.lib.graph
import data.lib.setting

deny contains {
	"resource": distribution.id,
	"path": ["origin", i, "origin_access_control_id"],
	"needs": [
		{"resource": distribution.id, "path": ["origin", i, "custom_origin_config"]},
		{"resource": distribution.id, "path": ["origin", i, "s3_origin_config"]},
		{"resource": distribution.id, "path": ["origin", i, "s3_origin_config", 0, "origin_access_identity"]},
	],
	"message": "The origin is a bucket, and neither `origin_access_control_id` nor `origin_access_identity` is set",
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	some i, origin in distribution.attributes.origin
	is_bucket(distribution, i, origin)
	not setting.is_set(origin, "origin_access_control_id")
	not setting.is_set(setting.block(origin, "s3_origin_config"), "origin_access_identity")
	not setting.is_set(origin, "custom_origin_config")
}

# A bucket's website is asked over HTTP, as any other host.
is_bucket(distribution, i, _) if {
	some reference in distribution.references
	reference.kind in {"aws_s3_bucket", "data.aws_s3_bucket"}
	array.slice(reference.via, 0, 3) == ["origin", i, "domain_name"]
	some read in reference.reads
	read[0] in {"bucket_domain_name", "bucket_regional_domain_name"}
}

is_bucket(_, _, origin) if {
	regex.match(`\.s3(\.|-[a-z]+-[a-z]+-[0-9]\.)([a-z0-9-]+\.)?amazonaws\.com$`, origin.domain_name)
}
