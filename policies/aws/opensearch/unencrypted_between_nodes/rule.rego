# METADATA
# title: OpenSearch domain of several nodes does not encrypt what passes between them
# description: |
#   The nodes of a search cluster send each other documents and queries all the time. Without node-to-node
#   encryption that traffic is in plain form. Whoever can listen inside the network, or stand between the two ends,
#   reads and changes what passes.
#
#   The certificates are kept by AWS; nothing has to be done but to switch it on. It cannot be switched off again.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add `node_to_node_encryption { enabled = true }`.
#   aliases: [CKV_AWS_6, AWS-0043, AC_AWS_0468]
package policy.aws.opensearch.unencrypted_between_nodes

import data.lib.attribute
import data.lib.block
import data.lib.setting

deny contains {
	"resource": domain.id,
	"path": ["node_to_node_encryption", 0, "enabled"],
	"needs": needs,
	"message": message,
} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	has_several_nodes(setting.block(domain.attributes, "cluster_config"))
	message := block.off(domain.attributes, "node_to_node_encryption", "enabled")
	needs := [{"resource": domain.id, "path": ["cluster_config", 0, "instance_count"]}]
}

# A domain has one node unless it says otherwise.
has_several_nodes(config) if attribute.number(config.instance_count) > 1

has_several_nodes(config) if attribute.is_true(config.dedicated_master_enabled)
