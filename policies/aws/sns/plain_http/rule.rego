# METADATA
# title: SNS topic takes messages without TLS
# description: |
#   SNS answers over HTTP as well as over HTTPS. What is published over HTTP is read and changed by whoever sits on the
#   way.
#
#   Only a topic that is encrypted with a key refuses HTTP by itself. Of any other, the policy has to refuse it, for all
#   who may use the topic, whatever their programs do.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a statement to the topic's policy that denies `sns:Publish` to everybody where `aws:SecureTransport` is
#     `false`, or set `kms_master_key_id`.
package policy.aws.sns.plain_http

import data.lib.graph
import data.lib.secure_transport
import data.lib.setting

deny contains {
	"resource": topic.id,
	"path": [],
	"needs": array.concat([{"resource": topic.id, "path": ["policy"]}], doubts(topic)),
	"message": "The topic has no policy, so nothing refuses messages that are sent without TLS",
	"missing": "aws_sns_topic_policy",
} if {
	some topic in unencrypted
	count(policies(topic)) == 0
	not setting.is_set(topic.attributes, "policy")
}

deny contains {
	"resource": topic.id,
	"at": holder.id,
	"path": ["policy"],
	"needs": array.concat(secure_transport.unknown_statements(holder), doubts(topic)),
	"message": "The topic's policy does not refuse messages that are sent without TLS",
} if {
	some topic in unencrypted
	some holder in holders(topic)
	setting.is_set(holder.attributes, "policy")
	not secure_transport.demanded_by(holder.attributes.policy)
}

unencrypted := [topic |
	some topic in input.resources.aws_sns_topic
	not setting.is_set(topic.attributes, "kms_master_key_id")
]

policies(topic) := graph.referrers_via(topic, "aws_sns_topic_policy", "arn")

# A policy of its own takes the place of the one that is written in the topic.
holders(topic) := policies(topic) if {
	count(policies(topic)) > 0
} else := [topic]

doubts(topic) := array.concat(
	[{"resource": topic.id, "path": ["kms_master_key_id"]}],
	graph.unresolved(topic, "aws_sns_topic_policy", "arn"),
)
