# METADATA
# title: AKS control plane accepts connections from any address
# description: |
#   The control plane is the API through which everything in a Kubernetes cluster is managed. Without a list of
#   authorized addresses its public address answers anyone on the internet.
#
#   A leaked credential, or a flaw in the API server, can then be used from anywhere at once. With the list,
#   an attacker must first get into one of the networks on it.
# related_resources:
#   - https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges
#   - https://learn.microsoft.com/azure/aks/private-clusters
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     List in `api_server_access_profile.authorized_ip_ranges` the networks that need access
#     (`api_server_authorized_ip_ranges` up to version 3 of the provider), or set `private_cluster_enabled` to `true`.
#   aliases: [CKV_AZURE_6, AZU-0041]
package policy.azure.aks.authorized_networks

import data.lib.attribute
import data.lib.network

deny contains {
	"resource": cluster.id,
	"path": place(cluster),
	"needs": array.concat(privacy(cluster), [
		{"resource": cluster.id, "path": ["api_server_authorized_ip_ranges"]},
		{"resource": cluster.id, "path": ["api_server_authorized_ip_ranges", 0]},
		{"resource": cluster.id, "path": ["api_server_access_profile", 0, "authorized_ip_ranges", 0]},
	]),
	"message": "The control plane's public address answers everyone: no authorized addresses are listed",
} if {
	some cluster in input.resources.azurerm_kubernetes_cluster
	not is_private(cluster)
	not cluster.attributes.api_server_authorized_ip_ranges[0]
	not cluster.attributes.api_server_access_profile[0].authorized_ip_ranges[0]
}

# An empty list is where it stands.
place(cluster) := ["api_server_authorized_ip_ranges"] if cluster.attributes.api_server_authorized_ip_ranges

place(cluster) := ["api_server_access_profile", 0, "authorized_ip_ranges"] if {
	not cluster.attributes.api_server_authorized_ip_ranges
}

deny contains violation(cluster, path, admitted) if {
	some cluster in input.resources.azurerm_kubernetes_cluster
	some i, admitted in cluster.attributes.api_server_authorized_ip_ranges
	network.is_internet(admitted)
	not is_private(cluster)
	path := ["api_server_authorized_ip_ranges", i]
}

deny contains violation(cluster, path, admitted) if {
	some cluster in input.resources.azurerm_kubernetes_cluster
	some i, profile in cluster.attributes.api_server_access_profile
	some j, admitted in profile.authorized_ip_ranges
	network.is_internet(admitted)
	not is_private(cluster)
	path := ["api_server_access_profile", i, "authorized_ip_ranges", j]
}

violation(cluster, path, admitted) := {
	"resource": cluster.id,
	"path": path,
	"needs": privacy(cluster),
	"message": sprintf("The control plane's public address answers everyone: %s is listed", [admitted]),
}

is_private(cluster) if attribute.is_true(cluster.attributes.private_cluster_enabled)

privacy(cluster) := [{"resource": cluster.id, "path": ["private_cluster_enabled"]}]
