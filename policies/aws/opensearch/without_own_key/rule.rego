# METADATA
# title: OpenSearch domain is not encrypted with a key of one's own
# description: |
#   A key of one's own has a policy that says who may use it, a record of each use, and can be withdrawn. A key that
#   AWS keeps for a service lets everyone use it who may use the service. It is a choice that costs a little for
#   each key.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` in `encrypt_at_rest` to the ARN of a key of your own.
#   aliases: [CKV_AWS_247, AC_AWS_0111]
package policy.aws.opensearch.without_own_key

import data.lib.kms
import data.lib.setting

deny contains {"resource": domain.id, "path": ["encrypt_at_rest", 0, "kms_key_id"], "message": message} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	message := kms.not_own(setting.block(domain.attributes, "encrypt_at_rest"), "kms_key_id")
}
