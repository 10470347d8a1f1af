# METADATA
# title: AKS cluster has no role-based access control
# description: |
#   Without role-based access control (RBAC) the API of a cluster asks who somebody is, not what they may do: every
#   user and every pod that has a token may read all secrets and start what they like on any node.
#
#   It cannot be switched on later; the cluster has to be made anew.
# related_resources:
#   - https://learn.microsoft.com/azure/aks/concepts-identity
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `role_based_access_control_enabled` to `true` or remove it (up to version 2 of the provider: `enabled` in
#     `role_based_access_control`), and make the cluster anew.
#   aliases: [CKV_AZURE_5, AZU-0042]
package policy.azure.aks.no_rbac

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["role_based_access_control_enabled"], "message": message} if {
	some cluster in input.resources.azurerm_kubernetes_cluster
	message := setting.turned_off(cluster.attributes, "role_based_access_control_enabled")
}

deny contains {"resource": cluster.id, "path": ["role_based_access_control", 0, "enabled"], "message": message} if {
	some cluster in input.resources.azurerm_kubernetes_cluster
	message := setting.turned_off(setting.block(cluster.attributes, "role_based_access_control"), "enabled")
}
