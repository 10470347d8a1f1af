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
import data.lib.resource_policy

deny contains {
	"resource": reached.id,
	"at": exposure.door(reached).resource,
	"path": path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, [{"resource": reached.id, "path": ["advanced_security_options", 0, "enabled"]}]),
	"message": "The domain has a public address, and this policy lets everyone in",
} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some reached in exposure.of_kind(kind)
	not controlled(input.resources[kind][reached.index])
	some path in places(exposure.door(reached))
}

# Where the policy names everyone, else the policy.
places(door) := paths if {
	paths := everyone(door)
	count(paths) > 0
}

places(door) := [door.path] if count(everyone(door)) == 0

everyone(door) := [array.concat(door.path, statement.path) |
	some kind in [
		"aws_elasticsearch_domain",
		"aws_elasticsearch_domain_policy",
		"aws_opensearch_domain",
		"aws_opensearch_domain_policy",
	]
	some holder in input.resources[kind]
	holder.id == door.resource
	some statement in resource_policy.open(holder.attributes.access_policies)
]

# The domain has users of its own.
controlled(domain) if attribute.is_true(domain.attributes.advanced_security_options[0].enabled)
