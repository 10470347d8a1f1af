# METADATA
# title: Network firewall lets through what no rule knows
# description: |
#   Packets that no rule of the first, stateless kind knows are dropped, handed on to the stateful rules, or let
#   through. Here they are let through, so that the stateful rules see nothing of them.
#
#   The firewall then stops only what somebody thought of.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-default-actions.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html#networkfirewall-4
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set the action to `aws:forward_to_sfe`, or to `aws:drop`.
package policy.aws.networkfirewall.passes_unmatched

import data.lib.setting

deny contains {"resource": policy.id, "path": ["firewall_policy", 0, argument, i], "message": message} if {
	some policy in input.resources.aws_networkfirewall_firewall_policy
	rules := setting.block(policy.attributes, "firewall_policy")
	some argument, what in {
		"stateless_default_actions": "Packets",
		"stateless_fragment_default_actions": "Parts of packets",
	}
	some i, action in rules[argument]
	action == "aws:pass"
	message := sprintf("%s that no stateless rule knows are let through", [what])
}
