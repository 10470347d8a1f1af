# METADATA
# title: SQS queue may be used by anybody
# description: |
#   A queue hands messages from one program to another. The policy of this one lets anybody use it whose request
#   reaches AWS, from any account or none.
#
#   What strangers send is worked on as if it came from inside; what they receive is read by them and missing where it
#   should have gone.
# related_resources:
#   - https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts, roles or services in `Principal`. Where another service of AWS sends, add the condition
#     `aws:SourceArn` or `aws:SourceAccount`.
#   aliases: [CKV_AWS_168, CKV_AWS_387, AC_AWS_0365]
package policy.aws.sqs.public_policy

import data.lib.attribute
import data.lib.resource_policy

deny contains {
	"resource": holder.id,
	"path": array.concat(["policy"], statement.path),
	"needs": attribute.unknown_below(holder, array.concat(["policy"], array.concat(statement.statement, ["Condition"]))),
	"message": "The statement lets anybody use the queue",
} if {
	some kind in {"aws_sqs_queue_policy", "aws_sqs_queue"}
	some holder in input.resources[kind]
	some statement in resource_policy.open(holder.attributes.policy)
	not resource_policy.names_somebody(holder, "policy", statement)
}
