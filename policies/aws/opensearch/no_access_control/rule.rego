# METADATA
# title: OpenSearch domain gives everyone who gets in all of it
# description: |
#   The access policy of an OpenSearch domain decides who gets in, by identity or by network. Without fine-grained
#   access control whoever is in may read, change and delete everything; with it each user has rights to single
#   indexes and documents, and can be told from the others.
#
#   Users and roles have to be set up for it, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add `advanced_security_options { enabled = true }` with `master_user_options`; encryption at rest, between
#     nodes and HTTPS have to be on.
#   aliases: [CKV2_AWS_52]
package policy.aws.opensearch.no_access_control

import data.lib.block

deny contains {"resource": domain.id, "path": ["advanced_security_options", 0, "enabled"], "message": message} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	message := block.off(domain.attributes, "advanced_security_options", "enabled")
}
