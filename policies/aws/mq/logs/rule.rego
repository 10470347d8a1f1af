# METADATA
# title: MQ broker publishes no general log
# description: |
#   The general log of a message broker says when it starts, fails, and refuses a connection. Without it nobody can
#   tell why messages stopped.
#
#   Logs cost money for each byte, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Add `logs { general = true }`.
#   aliases: [CKV_AWS_48, AWS-0071, AC_AWS_0174]
package policy.aws.mq.logs

import data.lib.block

deny contains {"resource": broker.id, "path": ["logs", 0, "general"], "message": message} if {
	some broker in input.resources.aws_mq_broker
	message := block.off(broker.attributes, "logs", "general")
}
