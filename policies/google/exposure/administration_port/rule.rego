# METADATA
# title: Virtual machine answers the whole internet on an administration port
# description: |
#   This machine has a public address, and a firewall rule that applies to it lets every address connect to SSH or
#   Remote Desktop. All that stands between a stranger and the machine is its login.
#
#   Scanners find such machines within minutes and try keys and passwords around the clock.
# related_resources:
#   - https://cloud.google.com/iap/docs/using-tcp-forwarding
#   - https://cloud.google.com/compute/docs/ip-addresses
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `access_config`, which gives the machine its public address, and log in through Identity-Aware Proxy; or
#     narrow the firewall rule that the evidence names.
package policy.google.exposure.administration_port

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": address.resource,
	"path": address.path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, opening.unknown),
	"evidence": exposure.to_port(reached, opening, port),
	"message": sprintf("With this public address the internet reaches port %d (%s) of the machine", [port, name]),
} if {
	some kind in ["google_compute_instance", "google_compute_instance_template"]
	some reached in exposure.of_kind(kind)
	reached.hops == 0
	address := reached.stations[count(reached.stations) - 1]
	some port, name in exposure.administration
	opening := exposure.openings(reached, port)[0]
}
