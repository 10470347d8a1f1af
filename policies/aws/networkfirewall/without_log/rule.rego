# METADATA
# title: Network firewall keeps no log
# description: |
#   The log of a network firewall says which connections it stopped and which ones its rules raised an alert about.
#
#   Without it the firewall works, but nobody sees what was tried, nor what it lets through.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-2
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_networkfirewall_logging_configuration` whose `firewall_arn` is the firewall's, for `ALERT` and
#     `FLOW`.
package policy.aws.networkfirewall.without_log

import data.lib.graph

deny contains {
	"resource": firewall.id,
	"path": [],
	"needs": graph.unresolved(firewall, "aws_networkfirewall_logging_configuration", "firewall_arn"),
	"message": "No `aws_networkfirewall_logging_configuration` belongs to the firewall",
	"missing": "aws_networkfirewall_logging_configuration",
} if {
	some firewall in input.resources.aws_networkfirewall_firewall
	count(graph.referrers_via(firewall, "aws_networkfirewall_logging_configuration", "firewall_arn")) == 0
}
