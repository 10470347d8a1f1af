# METADATA
# title: Airflow environment keeps no logs of its scheduler
# description: |
#   The logs of the scheduler of an Airflow environment say what was started when, and what was not, and why.
#   Without them nobody can tell afterwards.
#
#   Logs cost money for each byte, so which to keep is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `scheduler_logs { enabled = true }` with a `log_level` to `logging_configuration`.
#   aliases: [CKV_AWS_242]
package policy.aws.mwaa.no_scheduler_logs

import data.lib.block
import data.lib.setting

deny contains {"resource": environment.id, "path": path, "message": message} if {
	some environment in input.resources.aws_mwaa_environment
	logs := setting.block(environment.attributes, "logging_configuration")
	message := block.off(logs, "scheduler_logs", "enabled")
	path := ["logging_configuration", 0, "scheduler_logs", 0, "enabled"]
}
