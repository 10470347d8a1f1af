# METADATA
# title: CloudTrail trail records one region only
# description: |
#   A CloudTrail trail records who did what in an AWS account. An account can be used in every region of the world,
#   also in those that its owner has never looked at. What somebody does in them with a stolen key is seen only by a
#   trail that covers all regions.
#
#   The first copy of such records costs nothing but the space in the bucket.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `is_multi_region_trail` to `true`.
#   aliases: [CKV_AWS_67, AWS-0014, AC_AWS_0448, AC_AWS_0034]
#   compliance: {cis-aws-1.5: ["3.1"]}
package policy.aws.cloudtrail.single_region

import data.lib.setting
import data.lib.trail as recording

deny contains {"resource": trail.id, "path": ["is_multi_region_trail"], "needs": needs, "message": message} if {
	some trail in input.resources.aws_cloudtrail
	not recording.only_data(trail)
	needs := recording.doubts(trail)
	message := setting.off(trail.attributes, "is_multi_region_trail")
}
