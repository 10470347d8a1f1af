# METADATA
# title: Search domain answers the whole internet
# description: |
#   This Elasticsearch or OpenSearch domain lies in no network of its own, and its access policy lets everyone in
#   without any condition. Whoever knows its address reads, changes and deletes the indices.
#
#   Addresses of such domains follow a pattern and turn up in certificates' logs. Many of the largest known leaks were
#   open search clusters.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the roles that may connect as `Principal` in the access policy, or put the domain into a network by
#     `vpc_options`.
package policy.aws.exposure.search_domain

import data.lib.attribute
import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": exposure.door(reached).resource,
	"path": exposure.door(reached).path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, [{"resource": reached.id, "path": ["advanced_security_options", 0, "enabled"]}]),
	"message": "The domain has a public address, and this policy lets everyone in",
} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some reached in exposure.of_kind(kind)
	not controlled(input.resources[kind][reached.index])
}

# The domain has users of its own.
controlled(domain) if attribute.is_true(domain.attributes.advanced_security_options[0].enabled)
