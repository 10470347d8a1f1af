# METADATA
# title: State machine keeps no log
# description: |
#   A state machine runs the steps of a workflow. Its log says which ran, with what outcome. Of an express workflow
#   nothing else remains; of a standard one the history goes after 90 days.
#
#   Without it nobody can tell afterwards what happened, or who started it with what.
# related_resources:
#   - https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/stepfunctions-controls.html#stepfunctions-1
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `logging_configuration` with a `level` of `ERROR` or more and a `log_destination`.
package policy.aws.stepfunctions.without_log

import data.lib.setting

deny contains {"resource": machine.id, "path": ["logging_configuration", 0, "level"], "message": message} if {
	some machine in input.resources.aws_sfn_state_machine
	log := setting.block(machine.attributes, "logging_configuration")
	message := setting.other(log, "level", {"ALL", "ERROR", "FATAL"}, "OFF")
}
