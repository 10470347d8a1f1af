# METADATA
# title: Identity may add credentials to a stronger application
# description: |
#   The owners of an application, and whoever is an administrator of it, add secrets and federated credentials to it
#   and then sign in as it.
#
#   Here the application may do everything in a subscription or the directory, or enough to get there, and an owner
#   has fewer rights of its own.
# related_resources:
#   - https://learn.microsoft.com/entra/identity/enterprise-apps/assign-app-owners
#   - https://learn.microsoft.com/entra/fundamentals/users-default-permissions
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Take the owner away, or give the application the rights that it needs. What creates an application by Terraform
#     can be its owner where it has as many rights.
package policy.azure.entra.owner_of_stronger_application

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may sign in as a stronger application (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
	not right.anywhere
}

actions := [
	"microsoft.directory/applications/credentials/update",
	"microsoft.directory/servicePrincipals/credentials/update",
]
