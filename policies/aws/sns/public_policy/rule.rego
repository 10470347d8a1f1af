# METADATA
# title: SNS topic may be used by anybody
# description: |
#   A topic hands each message that is published to it to all who subscribed: programs, mail addresses, telephones.
#   The policy of this one lets anybody use it whose request reaches AWS, from any account or none.
#
#   Strangers can read along by subscribing, and what they publish arrives as if it came from inside.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts, roles or services in `Principal`. Where another service of AWS publishes, add the condition
#     `aws:SourceArn` or `aws:SourceAccount`.
#   aliases: [CKV_AWS_169, AC_AWS_0385]
package policy.aws.sns.public_policy

import data.lib.attribute
import data.lib.resource_policy

deny contains {
	"resource": holder.id,
	"path": array.concat(["policy"], statement.path),
	"needs": attribute.unknown_below(holder, array.concat(["policy"], array.concat(statement.statement, ["Condition"]))),
	"message": "The statement lets anybody use the topic",
} if {
	some kind in {"aws_sns_topic_policy", "aws_sns_topic"}
	some holder in input.resources[kind]
	some statement in resource_policy.open(holder.attributes.policy)
	not resource_policy.names_somebody(holder, "policy", statement)
}
