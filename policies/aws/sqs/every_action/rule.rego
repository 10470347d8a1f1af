# METADATA
# title: Policy of an SQS queue allows every action
# description: |
#   The policy of this queue lets those it names do everything with it: send and receive, but also purge all messages,
#   change the policy, delete the queue.
#
#   A program sends or receives. Whoever breaks into it should not be able to let others in.
# related_resources:
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     List the actions that are needed, such as `sqs:SendMessage`.
#   aliases: [CKV_AWS_72, AWS-0097]
package policy.aws.sqs.every_action

import data.lib.iam

deny contains {
	"resource": queue.id,
	"path": array.concat(["policy"], array.concat(statement.path, array.concat(["Action"], step))),
	"message": "The statement allows every action on the queue",
} if {
	some kind in {"aws_sqs_queue_policy", "aws_sqs_queue"}
	some queue in input.resources[kind]
	some statement in iam.statements(queue.attributes.policy)
	statement.body.Effect == "Allow"
	some step in everything(statement.body.Action)
}

everything(actions) := [[]] if is_everything(actions)

everything(actions) := [[i] | some i, action in actions; is_everything(action)] if is_array(actions)

is_everything(action) if {
	is_string(action)
	lower(action) in {"*", "sqs:*"}
}
