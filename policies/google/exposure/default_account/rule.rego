# METADATA
# title: Machine that the internet reaches on an administration port may change the project
# description: |
#   This machine has a public address, a firewall rule lets every address connect to SSH or Remote Desktop, and it
#   acts as the project's default service account with access to all APIs. That account is by default an editor of the
#   whole project.
#
#   Whoever logs in asks the metadata server for the account's token, without any password, and reads and changes what
#   the project holds.
# related_resources:
#   - https://cloud.google.com/compute/docs/access/service-accounts#default_service_account
#   - https://cloud.google.com/vpc/docs/firewalls
# custom:
#   severity: high
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the machine a service account of its own with the few roles that it needs in `service_account.email`, and
#     narrow the firewall rule that the evidence names to the addresses of Identity-Aware Proxy (35.235.240.0/20).
package policy.google.exposure.default_account

import data.lib.default_account
import data.lib.exposure

deny contains {
	"resource": reached.id,
	"path": ["service_account", i, "scopes"],
	"by_reference": true,
	"needs": array.concat(
		array.concat(reached.unknown, opening.unknown),
		default_account.needs(instance, i),
	),
	"evidence": array.concat(
		[{"resource": opening.resource, "path": opening.path, "note": sprintf("lets the internet in on port %d", [port])}],
		reached.stations,
	),
	"message": sprintf("The internet reaches port %d (%s), and the machine acts as the project's default service account with every scope", [port, name]),
} if {
	some reached in exposure.of_kind("google_compute_instance")
	instance := input.resources.google_compute_instance[reached.index]
	some i, account in instance.attributes.service_account
	default_account.is_default(account)
	default_account.has_every_scope(account)
	some port, name in exposure.administration
	opening := exposure.openings(reached, port)[0]
}
