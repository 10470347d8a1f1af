# METADATA
# title: Identity may hand a stronger identity to something that it creates
# description: |
#   Whoever may assign a managed identity, and may create or change a machine, app, container or script, makes it run
#   as that identity and takes its tokens there.
#
#   Here an identity in the scope of the role may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-assign-managed-identity-via-azure-policy
#   - https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/identity
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Assign Managed Identity Operator for the single identities that have to be handed out, not for a resource group,
#     and give stronger ones a group of their own.
package policy.azure.iam.assign_stronger_identity

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(azure.needs(right), making.needs),
	"evidence": identity.evidence([right, making]),
	"message": sprintf("%s may make something run as a stronger identity (%s, %s)", [azure.title(who), identity.shown(right), identity.shown(making)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, ["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"])
	made := identity.all(who, creates)
	count(made) > 0
	sure := array.concat([one | some one in made; count(one.needs) == 0], made)
	making := sure[0]
}

# What makes something that runs programs of one's own as an identity.
creates := [
	"Microsoft.App/containerApps/write",
	"Microsoft.App/jobs/write",
	"Microsoft.Compute/virtualMachineScaleSets/write",
	"Microsoft.Compute/virtualMachines/write",
	"Microsoft.ContainerInstance/containerGroups/write",
	"Microsoft.ContainerService/managedClusters/write",
	"Microsoft.Logic/workflows/write",
	"Microsoft.Resources/deploymentScripts/write",
	"Microsoft.Web/sites/write",
]
