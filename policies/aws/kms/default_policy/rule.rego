# METADATA
# title: Key of KMS has the policy that AWS gives it
# description: |
#   The policy of a key says who may use it, and who may change it. One that is not set leaves both to IAM:
#   whoever is allowed all actions of Key Management Service somewhere in the account may use the key, which
#   nobody sees from the key.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `policy`, or add an `aws_kms_key_policy`, with those who use and those who manage the key.
#   aliases: [CKV2_AWS_64]
package policy.aws.kms.default_policy

import data.lib.graph
import data.lib.setting

deny contains {"resource": key.id, "path": ["policy"], "needs": needs, "message": message} if {
	some key in input.resources.aws_kms_key
	message := setting.missing(key.attributes, "policy")
	count(graph.referrers_via(key, "aws_kms_key_policy", "key_id")) == 0
	needs := graph.unresolved(key, "aws_kms_key_policy", "key_id")
}
