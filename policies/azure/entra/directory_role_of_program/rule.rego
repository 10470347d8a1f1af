# METADATA
# title: Program has a role that leads to all rights in the directory
# description: |
#   Global Administrator and Privileged Role Administrator may give any role of Microsoft Entra ID; Privileged
#   Authentication Administrator may take over any user; an administrator of applications may sign in as any of them,
#   those with more rights included.
#
#   Here a program or pipeline has such a role. Whoever gets hold of its secret or token gets the directory, and with
#   it the subscriptions.
# related_resources:
#   - https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
#   - https://learn.microsoft.com/entra/identity/role-based-access-control/best-practices
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the program the single permission of Microsoft Graph that it needs, make it the owner of the applications
#     that it manages, or assign the role for these by `directory_scope_id`.
package policy.azure.entra.directory_role_of_program

import data.lib.azure
import data.lib.entra
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s has a role that leads to all rights in the directory (%s)", [azure.title(who), right.action]),
} if {
	some who in entra.programs
	some right in entra.leading(who)
	right.path != ["app_role_id"]
}
