# METADATA
# title: Identity may give itself roles over what acts as a stronger identity
# description: |
#   Whoever may write role assignments in a scope makes itself the owner of all that lies there. Of machines, apps and
#   containers that is as much as their managed identities may do, also outside of the scope.
#
#   Here one of these may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Add a `condition` that names the roles which may be given, or give the stronger identity the rights that it
#     needs.
package policy.azure.iam.role_giving_over_stronger_identity

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may give itself roles over what acts as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
	not right.anywhere
	right.path[0] != "permissions"
}

actions := ["Microsoft.Authorization/roleAssignments/write"]
