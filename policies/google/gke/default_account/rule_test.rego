package policy.google.gke.default_account_test

import data.policy.google.gke.default_account as rule

found(kind, attributes) := violations if {
	violations := rule.deny with input as {"resources": {kind: [{"id": "x", "attributes": attributes}]}}
}

test_denies_default_accounts if {
	count(found("google_container_node_pool", {})) == 1
	count(found("google_container_node_pool", {"node_config": [{"service_account": "1-compute@developer.gserviceaccount.com"}]})) == 1
	count(found("google_container_cluster", {})) == 1
	count(found("google_container_cluster", {"enable_autopilot": true})) == 1
	count(found("google_container_cluster", {"node_pool": [{"node_config": [{"machine_type": "e2-medium"}]}]})) == 1
	scaling := [{"auto_provisioning_defaults": [{"service_account": "default"}]}]
	count(found("google_container_cluster", {"enable_autopilot": true, "cluster_autoscaling": scaling})) == 1
}

test_allows_accounts_of_ones_own if {
	count(found("google_container_node_pool", {"node_config": [{"service_account": "default"}]})) == 1
	count(found("google_container_node_pool", {"node_config": [{"service_account": "a@b"}]})) == 0
	count(found("google_container_cluster", {"node_pool": [{"node_config": [{"service_account": "a@b"}]}]})) == 0
	count(found("google_container_cluster", {"remove_default_node_pool": true})) == 0
	removed := {"remove_default_node_pool": true, "node_pool": [{"name": "default-pool", "node_config": []}]}
	count(found("google_container_cluster", removed)) == 0
}
