# METADATA
# title: GuardDuty is switched off
# description: |
#   GuardDuty reads the logs of an account for signs of intruders: credentials used from elsewhere, machines that mine
#   coins or talk to known bad addresses. This detector is declared and does not look.
#
#   Whoever gets in is noticed later, or not at all.
# related_resources:
#   - https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/guardduty-controls.html#guardduty-1
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `enable = false`.
package policy.aws.guardduty.switched_off

import data.lib.setting

deny contains {"resource": detector.id, "path": ["enable"], "message": message} if {
	some detector in input.resources.aws_guardduty_detector
	message := setting.turned_off(detector.attributes, "enable")
}
