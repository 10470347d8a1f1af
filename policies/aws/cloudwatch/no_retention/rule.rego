# METADATA
# title: CloudWatch log group keeps everything for ever
# description: |
#   A log group without a time of retention never forgets. Its bill grows every month, and what was logged by
#   mistake, names or tokens among it, stays readable for as long as the account exists.
#
#   How long logs are to be kept is a choice; `0` says that they never expire.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability, security]
#   remediation: >-
#     Set `retention_in_days`, for instance to `365`.
#   aliases: [CKV_AWS_66, AC_AWS_0452, AC_AWS_0041]
package policy.aws.cloudwatch.no_retention

import data.lib.setting

deny contains {"resource": group.id, "path": ["retention_in_days"], "message": message} if {
	some group in input.resources.aws_cloudwatch_log_group
	message := setting.below(group.attributes, "retention_in_days", 1, 0)
}
