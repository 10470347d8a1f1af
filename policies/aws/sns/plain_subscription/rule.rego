# METADATA
# title: Messages of the topic are sent over HTTP
# description: |
#   A subscription with the protocol `http` has SNS send each message to an address without TLS.
#
#   Whoever stands on the way reads the messages, and the address at which a subscription can be ended that comes with
#   each of them.
# related_resources:
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
#   - https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `protocol` to `https`, and `endpoint` to an address with a certificate that AWS trusts.
package policy.aws.sns.plain_subscription

deny contains {"resource": subscription.id, "path": ["protocol"], "message": message} if {
	some subscription in input.resources.aws_sns_topic_subscription
	subscription.attributes.protocol == "http"
	message := "SNS sends the messages without TLS"
}
