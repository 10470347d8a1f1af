# METADATA
# title: Identity may add members to a stronger group
# description: |
#   Members of a group have the roles of the group. Its owners change the members, and so does whoever may write
#   groups, unless the group was made for roles of the directory (`assignable_to_role`).
#
#   Here the group may do everything in a subscription, or enough to get there, and who may change it has fewer
#   rights.
# related_resources:
#   - https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `assignable_to_role = true` on the group, take the owner or the permission away, or assign the role to those
#     who need it.
package policy.azure.entra.members_of_stronger_group

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may add itself to a stronger group (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := ["microsoft.directory/groups/members/update"]
