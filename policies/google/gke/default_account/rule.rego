# METADATA
# title: Nodes of a cluster act as the default service account
# description: |
#   Nodes that name no service account of their own act as the one that every project has, by default an editor of the project.
#   Pods can ask for the token of their node, unless workload identity keeps them from it.
#
#   Nodes need to write logs and metrics and to pull images; a role for just that is there.
# related_resources:
#   - https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Make a service account with the role `roles/container.defaultNodeServiceAccount`, and name it in
#     `node_config.service_account` (in Autopilot clusters: `cluster_autoscaling.auto_provisioning_defaults`).
#   aliases: [GCP-0050]
package policy.google.gke.default_account

import data.lib.attribute

deny contains {
	"resource": pool.id,
	"path": ["node_config", 0, "service_account"],
	"message": "The nodes act as the project's default service account",
} if {
	some pool in input.resources.google_container_node_pool
	is_default(object.get(pool.attributes, "node_config", []))
}

# Pools that are written into the cluster.
deny contains {
	"resource": cluster.id,
	"path": ["node_pool", i, "node_config", 0, "service_account"],
	"needs": [
		{"resource": cluster.id, "path": ["remove_default_node_pool"]},
		{"resource": cluster.id, "path": ["node_pool", i, "name"]},
	],
	"message": "The nodes act as the project's default service account",
} if {
	some cluster in input.resources.google_container_cluster
	some i, pool in cluster.attributes.node_pool
	not is_removed(cluster, pool)
	is_default(object.get(pool, "node_config", []))
}

# The cluster's own pool, where it keeps one.
deny contains {
	"resource": cluster.id,
	"path": ["node_config", 0, "service_account"],
	"needs": [
		{"resource": cluster.id, "path": ["remove_default_node_pool"]},
		{"resource": cluster.id, "path": ["enable_autopilot"]},
		{"resource": cluster.id, "path": ["node_pool"]},
	],
	"message": "The nodes act as the project's default service account",
} if {
	some cluster in input.resources.google_container_cluster
	keeps_own_pool(cluster)
	is_default(object.get(cluster.attributes, "node_config", []))
}

deny contains {
	"resource": cluster.id,
	"path": ["cluster_autoscaling", 0, "auto_provisioning_defaults", 0, "service_account"],
	"message": "The nodes act as the project's default service account",
} if {
	some cluster in input.resources.google_container_cluster
	cluster.attributes.enable_autopilot == true
	defaults := [block |
		some scaling in object.get(cluster.attributes, "cluster_autoscaling", [])
		some block in object.get(scaling, "auto_provisioning_defaults", [])
	]
	is_default(defaults)
}

# The provider takes it away once the cluster is made.
is_removed(cluster, pool) if {
	attribute.is_true(cluster.attributes.remove_default_node_pool)
	pool.name == "default-pool"
}

keeps_own_pool(cluster) if {
	not cluster.attributes.remove_default_node_pool
	not cluster.attributes.enable_autopilot
	not cluster.attributes.node_pool
}

is_default(blocks) if count([1 | some block in blocks; block.service_account]) == 0

is_default(blocks) if {
	some block in blocks
	is_default_name(block.service_account)
}

is_default_name(name) if name in {"default"}

is_default_name(name) if endswith(name, "-compute@developer.gserviceaccount.com")
