# METADATA
# title: Machine acts as the default service account
# description: |
#   A machine that names no service account of its own acts as the one that every project has, and that every other such machine
#   acts as too. By default that account is an editor of the project; scopes hold the machine to some services only.
#
#   A role that one machine needs is then given to all of them.
# related_resources:
#   - https://cloud.google.com/compute/docs/access/service-accounts#default_service_account
#   - https://cloud.google.com/iam/docs/best-practices-service-accounts
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make a service account for the machine with the few roles that it needs, and name it in `service_account.email`.
#   aliases: [CKV_GCP_30, GCP-0044, AC_GCP_0040]
package policy.google.compute.default_account

import data.lib.default_account

deny contains {
	"resource": machine.id,
	"path": ["service_account", i, "email"],
	"by_reference": true,
	"needs": array.concat(
		default_account.needs(machine, i),
		array.concat(
			[{"resource": machine.id, "path": ["service_account", i, "scopes"]}],
			[{"resource": machine.id, "path": path} |
				some path in machine.unknown
				array.slice(path, 0, 3) == ["service_account", i, "scopes"]
			],
		),
	),
	"message": "The machine acts as the project's default service account",
} if {
	some kind in default_account.machines
	some machine in input.resources[kind]
	some i, account in machine.attributes.service_account
	default_account.is_default(account)
	not default_account.has_every_scope(account)
}
