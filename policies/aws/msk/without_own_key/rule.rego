# METADATA
# title: Kafka cluster is not encrypted with a key of one's own
# description: |
#   MSK encrypts what Kafka stores in any case. A key of one's own has a policy that says who may use it, a record
#   of each use, and can be withdrawn. A key that AWS keeps for a service lets everyone use it who may use the
#   service. It is a choice that costs a little for each key.
# related_resources:
#   - https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `encryption_at_rest_kms_key_arn` in `encryption_info` to the ARN of a key of your own. An existing cluster
#     is replaced.
#   aliases: [AWS-0179]
package policy.aws.msk.without_own_key

import data.lib.kms
import data.lib.setting

deny contains {
	"resource": cluster.id,
	"path": ["encryption_info", 0, "encryption_at_rest_kms_key_arn"],
	"message": message,
} if {
	some cluster in input.resources.aws_msk_cluster
	message := kms.not_own(setting.block(cluster.attributes, "encryption_info"), "encryption_at_rest_kms_key_arn")
}
