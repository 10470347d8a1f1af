# METADATA
# title: CloudTrail trail does not write to CloudWatch Logs
# description: |
#   A CloudTrail trail records who did what in an AWS account. In a bucket its files wait to be looked at after an
#   incident. In a log group they can be searched at once, and alarms can be set on what should never happen, such
#   as the use of the root account.
#
#   CloudWatch Logs costs money for each byte, and there are other ways to watch a trail.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `cloud_watch_logs_group_arn` to a log group (its ARN with `:*` behind it) and `cloud_watch_logs_role_arn`
#     to a role that may write to it.
#   aliases: [CKV2_AWS_10, AWS-0162]
#   compliance: {cis-aws-1.5: ["3.4"]}
package policy.aws.cloudtrail.no_log_group

import data.lib.setting

deny contains {"resource": trail.id, "path": ["cloud_watch_logs_group_arn"], "message": message} if {
	some trail in input.resources.aws_cloudtrail
	message := setting.missing(trail.attributes, "cloud_watch_logs_group_arn")
}
