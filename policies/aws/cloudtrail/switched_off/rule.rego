# METADATA
# title: CloudTrail trail is switched off
# description: |
#   A CloudTrail trail records who did what in an AWS account. This one is there, but records nothing: whatever is
#   done in the account in the meantime cannot be told later. Intruders switch trails off first.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-turning-off-logging.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `enable_logging`, or set it to `true`.
#   aliases: [CKV_AWS_251]
package policy.aws.cloudtrail.switched_off

import data.lib.setting

deny contains {"resource": trail.id, "path": ["enable_logging"], "message": message} if {
	some trail in input.resources.aws_cloudtrail
	message := setting.turned_off(trail.attributes, "enable_logging")
}
