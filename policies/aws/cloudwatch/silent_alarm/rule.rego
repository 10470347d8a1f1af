# METADATA
# title: CloudWatch alarm tells nobody
# description: |
#   An alarm watches a figure and does something when it leaves its bounds: it sends a message, or starts more
#   machines. With its actions switched off, for maintenance often, it changes its colour and nothing happens.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, reliability]
#   remediation: >-
#     Remove `actions_enabled`, or set it to `true`.
#   aliases: [CKV_AWS_319]
package policy.aws.cloudwatch.silent_alarm

import data.lib.setting

deny contains {"resource": alarm.id, "path": ["actions_enabled"], "message": message} if {
	some alarm in input.resources.aws_cloudwatch_metric_alarm
	message := setting.turned_off(alarm.attributes, "actions_enabled")
}
