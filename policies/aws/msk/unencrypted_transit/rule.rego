# METADATA
# title: Kafka cluster accepts or sends messages in plain text
# description: |
#   Messages in a Kafka cluster pass between clients and brokers, and between brokers. Both are encrypted unless it
#   is switched off. Whoever can listen inside the network, or stand between the two ends, reads and changes what
#   passes.
#
#   `TLS_PLAINTEXT` lets each client choose, so that one which is set up wrongly sends in plain text and nobody
#   notices.
# related_resources:
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     In `encryption_in_transit` remove `client_broker` and `in_cluster`, or set them to `TLS` and `true`.
#     `in_cluster` can only be chosen when the cluster is made.
#   aliases: [CKV_AWS_81, AWS-0073]
package policy.aws.msk.unencrypted_transit

import data.lib.setting

deny contains {
	"resource": cluster.id,
	"path": ["encryption_info", 0, "encryption_in_transit", 0, "client_broker"],
	"message": message,
} if {
	some cluster in input.resources.aws_msk_cluster
	message := setting.other(in_transit(cluster), "client_broker", {"TLS"}, "TLS")
}

deny contains {
	"resource": cluster.id,
	"path": ["encryption_info", 0, "encryption_in_transit", 0, "in_cluster"],
	"message": message,
} if {
	some cluster in input.resources.aws_msk_cluster
	message := setting.turned_off(in_transit(cluster), "in_cluster")
}

in_transit(cluster) := setting.block(setting.block(cluster.attributes, "encryption_info"), "encryption_in_transit")
