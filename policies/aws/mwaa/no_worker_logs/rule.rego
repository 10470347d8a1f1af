# METADATA
# title: Airflow environment keeps no logs of its worker
# description: |
#   The logs of the worker of an Airflow environment say what the tasks themselves met. Without them nobody can tell
#   afterwards.
#
#   Logs cost money for each byte, so which to keep is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `worker_logs { enabled = true }` with a `log_level` to `logging_configuration`.
#   aliases: [CKV_AWS_243]
package policy.aws.mwaa.no_worker_logs

import data.lib.block
import data.lib.setting

deny contains {"resource": environment.id, "path": path, "message": message} if {
	some environment in input.resources.aws_mwaa_environment
	logs := setting.block(environment.attributes, "logging_configuration")
	message := block.off(logs, "worker_logs", "enabled")
	path := ["logging_configuration", 0, "worker_logs", 0, "enabled"]
}
