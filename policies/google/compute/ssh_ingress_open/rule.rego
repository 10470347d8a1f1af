# METADATA
# title: Firewall lets anyone on the internet reach SSH
# description: |
#   SSH (TCP port 22) gives whoever logs in a shell on the machine. Scanners find an open port within minutes and try
#   keys and passwords around the clock; from then on one leaked key, weak password or flaw in the server is enough.
#
#   A rule that opens every port is reported by `google-compute-rdp-ingress-open`.
# related_resources:
#   - https://cloud.google.com/firewall/docs/firewalls
#   - https://cloud.google.com/iap/docs/using-tcp-forwarding
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name the networks that need access in `source_ranges`, or log in through Identity-Aware Proxy and allow
#     35.235.240.0/20 only.
#   aliases: [CKV_GCP_2, GCP-0071]
#   compliance:
#     cis-gcp-2.0: ["3.6"]
package policy.google.compute.ssh_ingress_open

import data.lib.firewall

deny contains {"resource": rule.id, "path": open.path, "message": open.message, "needs": open.needs} if {
	some rule in input.resources.google_compute_firewall
	some open in firewall.open_to_internet(rule, 22, "SSH")
	not open.whole
}
