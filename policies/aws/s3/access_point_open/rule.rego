# METADATA
# title: S3 access point may let the public in
# description: |
#   An access point is a second door to a bucket, with a policy of its own. AWS blocks public access at it unless it
#   is told not to, which this one is, so one mistake in its policy or the bucket's publishes the files.
#
#   The setting cannot be changed later: the access point has to be made anew.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set all four settings of `public_access_block_configuration`, or `public_access_block`, to `true`, or remove the block.
#   aliases: [CKV_AWS_392]
package policy.aws.s3.access_point_open

import data.lib.s3
import data.lib.setting

deny contains {
	"resource": point.id,
	"path": ["public_access_block_configuration", i, off[0]],
	"needs": [{"resource": point.id, "path": ["public_access_block_configuration", i, flag]} | some flag in s3.access_block_flags],
	"message": sprintf("The access point leaves %s off", [concat(", ", off)]),
} if {
	some point in input.resources.aws_s3_access_point
	some i, configuration in point.attributes.public_access_block_configuration
	off := [flag | some flag in s3.access_block_flags; setting.turned_off(configuration, flag)]
	count(off) > 0
}

deny contains {
	"resource": point.id,
	"path": ["details", 0, "public_access_block", i, off[0]],
	"needs": [{"resource": point.id, "path": ["details", 0, "public_access_block", i, flag]} | some flag in s3.access_block_flags],
	"message": sprintf("The access point leaves %s off", [concat(", ", off)]),
} if {
	some point in input.resources.aws_s3control_multi_region_access_point
	some i, configuration in setting.block(point.attributes, "details").public_access_block
	off := [flag | some flag in s3.access_block_flags; setting.turned_off(configuration, flag)]
	count(off) > 0
}
