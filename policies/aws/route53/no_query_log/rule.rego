# METADATA
# title: Route 53 zone keeps no log of what it is asked
# description: |
#   A zone answers everybody who asks for names of a domain. A log of these questions shows that somebody searches the domain for names of servers, and which old names are still asked for.
#
#   It is written to CloudWatch and costs by its size.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_route53_query_log` whose `zone_id` is this zone's `zone_id`.
#   aliases: [CKV2_AWS_39, AC_AWS_0204]
package policy.aws.route53.no_query_log

import data.lib.graph
import data.lib.hosted_zone

deny contains {
	"resource": zone.id,
	"path": [],
	"needs": array.concat(hosted_zone.doubts(zone), graph.unresolved(zone, "aws_route53_query_log", "zone_id")),
	"message": "No `aws_route53_query_log` is set on the zone",
	"missing": "aws_route53_query_log",
} if {
	some zone in input.resources.aws_route53_zone
	not hosted_zone.is_private(zone)
	count(graph.referrers_via(zone, "aws_route53_query_log", "zone_id")) == 0
}
