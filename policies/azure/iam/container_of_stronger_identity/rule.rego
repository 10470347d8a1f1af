# METADATA
# title: Identity may run commands in containers that act as a stronger identity
# description: |
#   Whoever may open a shell in a container, or replace its image, runs programs there. These get tokens of the
#   managed identity that the container instance or container app has.
#
#   Here the identity may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/container-instances/container-instances-managed-identity
#   - https://learn.microsoft.com/azure/container-apps/managed-identity
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the container's identity the rights that its program needs, or assign the role for the resource group that
#     the identity has to keep.
package policy.azure.iam.container_of_stronger_identity

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may run commands in containers that act as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := [
	"Microsoft.ContainerInstance/containerGroups/containers/exec/action",
	"Microsoft.ContainerInstance/containerGroups/write",
	"Microsoft.App/containerApps/getAuthToken/action",
	"Microsoft.App/containerApps/write",
	"Microsoft.App/jobs/write",
]
