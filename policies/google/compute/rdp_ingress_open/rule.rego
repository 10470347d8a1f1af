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

import data.lib.firewall

deny contains {"resource": rule.id, "path": open.path, "message": open.message, "needs": open.needs} if {
	some rule in input.resources.google_compute_firewall
	some open in firewall.open_to_internet(rule, 3389, "RDP")
}
