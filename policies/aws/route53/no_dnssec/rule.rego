# METADATA
# title: Route 53 zone is not signed
# description: |
#   DNS says which server a name stands for. Answers that are not signed can be forged on their way, and browsers,
#   mail and certificates then go to somebody else's server.
#
#   Signing has to be kept in order with the registrar of the domain: a mistake makes the whole domain unreachable.
# related_resources:
#   - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_route53_key_signing_key` and an `aws_route53_hosted_zone_dnssec` for the zone, and give the DS
#     record to the registrar.
#   aliases: [CKV2_AWS_38]
package policy.aws.route53.no_dnssec

import data.lib.graph
import data.lib.hosted_zone

deny contains {
	"resource": zone.id,
	"path": [],
	"needs": array.concat(
		hosted_zone.doubts(zone),
		array.concat(
			graph.unresolved(zone, "aws_route53_hosted_zone_dnssec", "hosted_zone_id"),
			graph.unresolved(zone, "aws_route53_key_signing_key", "hosted_zone_id"),
		),
	),
	"message": "Neither `aws_route53_hosted_zone_dnssec` nor a signing key is set on the zone",
	"missing": "aws_route53_hosted_zone_dnssec",
} if {
	some zone in input.resources.aws_route53_zone
	not hosted_zone.is_private(zone)
	count(graph.referrers_via(zone, "aws_route53_hosted_zone_dnssec", "hosted_zone_id")) == 0
	count(graph.referrers_via(zone, "aws_route53_key_signing_key", "hosted_zone_id")) == 0
}
