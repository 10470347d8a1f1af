# METADATA
# title: CloudTrail trail announces its files nowhere
# description: |
#   A CloudTrail trail records who did what in an AWS account. With an SNS topic it says each time that a new file
#   is in the bucket, so that whatever reads them can start at once.
#
#   Who reads the bucket on a schedule, or follows the trail in another way, needs no topic.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `sns_topic_name` to a topic whose policy lets CloudTrail publish to it.
#   aliases: [CKV_AWS_252, AC_AWS_0035]
package policy.aws.cloudtrail.no_topic

import data.lib.setting

deny contains {"resource": trail.id, "path": ["sns_topic_name"], "message": message} if {
	some trail in input.resources.aws_cloudtrail
	message := setting.missing(trail.attributes, "sns_topic_name")
}
