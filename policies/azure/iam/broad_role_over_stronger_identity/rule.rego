# METADATA
# title: Broad role covers something that acts as a stronger identity
# description: |
#   Owner and Contributor of a resource group may change whatever lies there: run commands on its machines, publish to
#   its apps, hand its managed identities to a new container. With that come the rights of these identities, also
#   those that reach beyond the group.
#
#   Here one of them may do everything, or enough to get there, so that the role is worth as much.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
#   - https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the stronger identity the rights that it needs, move it and what runs as it into a resource group of its
#     own, or assign roles for single services instead of this one.
package policy.azure.iam.broad_role_over_stronger_identity

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may change what acts as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	who.power != "administrator"
	some right in azure.one_a_place(broad(who))
}

broad(who) := [right |
	some _, rights in who.permissions
	some right in rights
	right.sweeping
	not right.anywhere
	not right.narrowed
	azure.gains(who, right)
	not gives_roles(who, right)
]

# A custom role that gives roles too is reported where it is defined.
gives_roles(who, right) if {
	right.path[0] == "permissions"
	some other in who.permissions[azure.gives_roles]
	azure.same_place(right, other)
}
