# METADATA
# title: OpenSearch domain does not survive the loss of a zone
# description: |
#   A zone is a group of data centres. A search domain keeps working without one of them if its nodes are spread
#   over zones, and if three dedicated nodes keep watch, two of which agree when the third is away.
#
#   That costs several machines, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `zone_awareness_enabled` and `dedicated_master_enabled` in `cluster_config` to `true`, and
#     `dedicated_master_count` to 3.
#   aliases: [CKV_AWS_318]
package policy.aws.opensearch.single_zone

import data.lib.attribute
import data.lib.setting

deny contains {"resource": domain.id, "path": ["cluster_config", 0, "zone_awareness_enabled"], "message": message} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	message := setting.off(setting.block(domain.attributes, "cluster_config"), "zone_awareness_enabled")
}

deny contains {"resource": domain.id, "path": ["cluster_config", 0, "dedicated_master_count"], "message": message} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	config := setting.block(domain.attributes, "cluster_config")
	attribute.is_true(config.zone_awareness_enabled)
	message := setting.below(config, "dedicated_master_count", 3, 0)
}
