# METADATA
# title: MQ broker has a public address
# description: |
#   A message broker hands orders, events and commands from one part of a system to another. With a public address
#   its ports and its console can be reached from the whole internet; a password that was guessed or leaked, or a
#   bug in the broker, is enough to read and send messages.
#
#   Worms have spread through flaws in ActiveMQ that could be reached this way.
# related_resources:
#   - https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `publicly_accessible`, or set it to `false`, and connect from inside the network. An existing broker is
#     replaced.
#   aliases: [CKV_AWS_69, AWS-0072, AC_AWS_0175]
package policy.aws.mq.public_address

import data.lib.setting

deny contains {"resource": broker.id, "path": ["publicly_accessible"], "message": message} if {
	some broker in input.resources.aws_mq_broker
	message := setting.turned_on(broker.attributes, "publicly_accessible")
}
