# METADATA
# title: Identity may take over a cluster whose nodes or pods act as a stronger identity
# description: |
#   The administrator's credential of a cluster of AKS, and the right to run commands in it, go past the rights that
#   people have inside. With it one starts a pod on any node, and gets tokens of the identities of nodes and pods.
#
#   Here one of these may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/aks/control-kubeconfig-access
#   - https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Assign Azure Kubernetes Service Cluster User Role instead, set `local_account_disabled = true` on the cluster,
#     and give the identities of its nodes and pods the rights that they need.
package policy.azure.iam.credentials_of_stronger_cluster

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may take over a cluster that acts as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := [
	"Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
	"Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action",
	"Microsoft.ContainerService/managedClusters/runcommand/action",
	"Microsoft.ContainerService/managedClusters/pods/exec/action",
	"Microsoft.ContainerService/managedClusters/pods/write",
]
