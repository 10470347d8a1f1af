package policy.azure.aks.authorized_networks_test

import data.policy.azure.aks.authorized_networks as rule

paths(attributes) := {violation.path | some violation in found} if {
	found := rule.deny with input.resources.azurerm_kubernetes_cluster as [{"id": "c", "unknown": [], "attributes": attributes}]
}

at := ["api_server_access_profile", 0, "authorized_ip_ranges"]

test_denies_no_list if {
	paths({}) == {at}
	paths({"api_server_access_profile": [{}]}) == {at}
	paths({"api_server_authorized_ip_ranges": [], "private_cluster_enabled": false}) == {["api_server_authorized_ip_ranges"]}
}

test_denies_everyone if {
	paths({"api_server_access_profile": [{"authorized_ip_ranges": ["10.0.0.0/8", "0.0.0.0/0"]}]}) == {array.concat(at, [1])}
	paths({"api_server_authorized_ip_ranges": ["0.0.0.0/0"]}) == {["api_server_authorized_ip_ranges", 0]}
}

test_rests_on_what_is_absent if {
	found := rule.deny with input.resources.azurerm_kubernetes_cluster as [{"id": "c", "unknown": [], "attributes": {}}]
	{need.path | some violation in found; some need in violation.needs} == {
		["private_cluster_enabled"],
		["api_server_authorized_ip_ranges"],
		["api_server_authorized_ip_ranges", 0],
		array.concat(at, [0]),
	}
}

test_allows_lists_and_private_clusters if {
	paths({"api_server_access_profile": [{"authorized_ip_ranges": ["203.0.113.0/24"]}]}) == set()
	paths({"api_server_authorized_ip_ranges": ["203.0.113.0/24"]}) == set()
	paths({"private_cluster_enabled": true}) == set()
	paths({"private_cluster_enabled": true, "api_server_authorized_ip_ranges": ["0.0.0.0/0"]}) == set()
}
