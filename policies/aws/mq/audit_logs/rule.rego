# METADATA
# title: MQ broker publishes no audit log
# description: |
#   The audit log of an ActiveMQ broker says who changed its setup, through the console or its management interface.
#   Without it nobody can tell after an incident who did what.
#
#   RabbitMQ has no such log. Logs cost money for each byte, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `logs { audit = true }`.
#   aliases: [CKV_AWS_197, AWS-0070]
package policy.aws.mq.audit_logs

import data.lib.block

deny contains {"resource": broker.id, "path": ["logs", 0, "audit"], "needs": needs, "message": message} if {
	some broker in input.resources.aws_mq_broker
	not is_rabbit(broker)
	message := block.off(broker.attributes, "logs", "audit")
	needs := [{"resource": broker.id, "path": ["engine_type"]}]
}

is_rabbit(broker) if lower(broker.attributes.engine_type) == "rabbitmq"
