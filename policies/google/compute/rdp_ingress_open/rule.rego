# METADATA
# title: Firewall lets anyone on the internet reach RDP
# description: |
#   Remote Desktop (TCP port 3389) gives whoever logs in a Windows machine to work on. Scanners find an open
#   port within minutes and try passwords around the clock, and flaws in the service itself have let
#   attackers in without one.
#
#   A rule that names the whole internet as its source leaves the password as the only defence.
# related_resources:
#   - https://cloud.google.com/firewall/docs/firewalls
#   - https://cloud.google.com/iap/docs/using-tcp-forwarding
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name the networks that need access in `source_ranges`, or reach the machines through Identity-Aware
#     Proxy and allow 35.235.240.0/20 only. Where the rule opens every port, list in `ports` those that are needed.
#   aliases:
#     - CKV_GCP_3
#     - GCP-0070
#     - AC_GCP_0134
#     - AC_GCP_0225
#   compliance:
#     cis-gcp-2.0: ["3.7"]
package policy.google.compute.rdp_ingress_open

import data.lib.attribute
import data.lib.network

deny contains {"resource": firewall.id, "path": path, "message": message, "needs": needs} if {
	some firewall in input.resources.google_compute_firewall
	some i, source in firewall.attributes.source_ranges
	network.is_internet(source)
	openings := rdp(firewall)
	count(openings) > 0
	path := ["source_ranges", i]
	needs := rests_on(firewall, openings[0].absent)
	message := sprintf("%s may connect to %s", [source, openings[0].ports])
}

# Without any source, every address is one.
deny contains {"resource": firewall.id, "path": ["source_ranges"], "message": message, "needs": needs} if {
	some firewall in input.resources.google_compute_firewall
	not firewall.attributes.source_ranges[0]
	not firewall.attributes.source_tags[0]
	not firewall.attributes.source_service_accounts[0]
	openings := rdp(firewall)
	count(openings) > 0
	needs := rests_on(firewall, array.concat(openings[0].absent, [
		["source_ranges", 0],
		["source_tags", 0],
		["source_service_accounts", 0],
	]))
	message := sprintf("Any address may connect to %s: the rule names no source", [openings[0].ports])
}

# For every `allow` block of a rule in force that holds RDP: the paths that are absent, on which that rests, and what it
# opens in words. One that is known to open every port comes first.
rdp(firewall) := array.concat(
	[opening | some opening in opened(firewall); opening.whole],
	[opening | some opening in opened(firewall); not opening.whole],
)

opened(firewall) := [{"absent": absent, "whole": whole, "ports": opens(whole, allow.protocol)} |
	not is_egress(firewall)
	not attribute.is_true(firewall.attributes.disabled)
	some i, allow in firewall.attributes.allow
	carries_tcp(allow.protocol)
	some absent in ports(i, allow)
	whole := is_whole(firewall, i)
]

is_whole(firewall, i) if {
	count(attribute.unknown_below(firewall, ["allow", i, "ports"])) == 0
	holds_all(firewall.attributes.allow[i])
} else := false

holds_all(allow) if not allow.ports[0]

holds_all(allow) if {
	some port in allow.ports
	network.port_text_holds(port, 1)
	network.port_text_holds(port, 65535)
}

opens(false, _) := "port 3389 (RDP)"

opens(true, protocol) := "every TCP port, 3389 (RDP) among them" if not is_every_protocol(protocol)

opens(true, protocol) := "every port of every protocol, 3389 (RDP) among them" if is_every_protocol(protocol)

is_every_protocol(protocol) if {
	is_string(protocol)
	lower(protocol) == "all"
}

is_egress(firewall) if {
	is_string(firewall.attributes.direction)
	upper(firewall.attributes.direction) == "EGRESS"
}

# TCP is protocol number 6.
carries_tcp(protocol) if attribute.number(protocol) == 6

carries_tcp(protocol) if {
	is_string(protocol)
	lower(protocol) in {"tcp", "all"}
}

# A block without ports means all of them.
ports(i, allow) := [[["allow", i, "ports", 0]]] if {
	not allow.ports[0]
} else := [[]] if {
	some port in allow.ports
	network.port_text_holds(port, 3389)
}

rests_on(firewall, absent) := [{"resource": firewall.id, "path": path} |
	some path in array.concat([["direction"], ["disabled"]], absent)
]
