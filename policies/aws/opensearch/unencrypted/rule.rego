# METADATA
# title: OpenSearch domain is not encrypted at rest
# description: |
#   An OpenSearch (or Elasticsearch) domain keeps copies of whatever is to be searched: logs, customers, documents.
#   Without encryption at rest the data lies in plain form on disks that AWS manages, and in every backup and
#   snapshot of them. A snapshot that is shared by mistake can be read by who receives it.
#
#   Encryption costs nothing. On domains of OpenSearch, and of Elasticsearch 6.7 and later, it can be switched on in
#   place; it cannot be switched off again.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add `encrypt_at_rest { enabled = true }`, with `kms_key_id` to use a key of your own.
#   aliases: [CKV_AWS_5, AWS-0048, AC_AWS_0112]
package policy.aws.opensearch.unencrypted

import data.lib.block

deny contains {"resource": domain.id, "path": ["encrypt_at_rest", 0, "enabled"], "message": message} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	message := block.off(domain.attributes, "encrypt_at_rest", "enabled")
}
