# METADATA
# title: Machine acts as the default service account with access to everything
# description: |
#   A machine that names no service account of its own acts as the one that every project has. That account is by default an
#   editor of the project, and with the scope `cloud-platform` nothing holds the machine back from using it.
#
#   Every program on the machine can ask for the account's token. A hole in one of them then is a hole in the project.
# related_resources:
#   - https://cloud.google.com/compute/docs/access/service-accounts#default_service_account
#   - https://cloud.google.com/compute/docs/access/create-enable-service-accounts-for-instances#best_practices
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Make a service account for the machine with the few roles that it needs, and name it in `service_account.email`.
#   aliases: [CKV_GCP_30, CKV_GCP_31, GCP-0044, AC_GCP_0040, AC_GCP_0041]
package policy.google.compute.default_account_all_scopes

import data.lib.default_account
import data.lib.exposure

deny contains {
	"resource": machine.id,
	"path": ["service_account", i, "scopes"],
	"by_reference": true,
	"needs": array.concat(default_account.needs(machine, i), exposure.doubts(machine)),
	"message": "The machine acts as the project's default service account, with every scope",
} if {
	some kind in default_account.machines
	some machine in input.resources[kind]
	some i, account in machine.attributes.service_account
	default_account.is_default(account)
	default_account.has_every_scope(account)
	not exposure.is_administered_from_anywhere(machine)
}
