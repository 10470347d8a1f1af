# METADATA
# title: GKE control plane accepts connections from any address
# description: |
#   The control plane is the API through which everything in a Kubernetes cluster is managed. Without a list of
#   authorized networks its public address answers anyone on the internet.
#
#   A leaked credential, or a flaw in the API server, can then be used from anywhere at once. With the list,
#   an attacker must first get into one of the networks on it.
# related_resources:
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add a `master_authorized_networks_config` block with a `cidr_blocks` block for each network that needs
#     access, or an empty one to admit none, or set `private_cluster_config.enable_private_endpoint = true`.
#   aliases:
#     - CKV_GCP_20
#     - GCP-0061
#     - AC_GCP_0292
#   compliance:
#     cis-gke-1.7: ["5.6.3"]
package policy.google.gke.master_authorized_networks

import data.lib.attribute
import data.lib.network

deny contains violation(cluster, ["master_authorized_networks_config"], message) if {
	some cluster in input.resources.google_container_cluster
	not cluster.attributes.master_authorized_networks_config[0]
	not has_no_public_address(cluster)
	message := "The control plane's public address answers everyone: no authorized networks are set"
}

deny contains violation(cluster, path, message) if {
	some cluster in input.resources.google_container_cluster
	some i, config in cluster.attributes.master_authorized_networks_config
	some j, block in config.cidr_blocks
	network.is_internet(block.cidr_block)
	not has_no_public_address(cluster)
	path := ["master_authorized_networks_config", i, "cidr_blocks", j, "cidr_block"]
	message := sprintf("The control plane's public address answers everyone: %s is an authorized network", [block.cidr_block])
}

has_no_public_address(cluster) if {
	attribute.is_true(cluster.attributes.private_cluster_config[0].enable_private_endpoint)
}

has_no_public_address(cluster) if {
	attribute.is_false(cluster.attributes.control_plane_endpoints_config[0].ip_endpoints_config[0].enabled)
}

violation(cluster, path, message) := {
	"resource": cluster.id,
	"path": path,
	"message": message,
	"needs": [
		{"resource": cluster.id, "path": ["master_authorized_networks_config", 0]},
		{"resource": cluster.id, "path": ["private_cluster_config", 0, "enable_private_endpoint"]},
		{"resource": cluster.id, "path": ["control_plane_endpoints_config", 0, "ip_endpoints_config", 0, "enabled"]},
	],
}
