package policy.google.gke.master_authorized_networks_test

import data.policy.google.gke.master_authorized_networks as rule

cluster(attributes) := {"resources": {"google_container_cluster": [{"id": "c", "unknown": [], "attributes": attributes}]}}

paths(attributes) := found if {
	found := {violation.path | some violation in rule.deny} with input as cluster(attributes)
}

test_denies_no_list if {
	rule.deny == {{
		"resource": "c",
		"path": ["master_authorized_networks_config"],
		"message": "The control plane's public address answers everyone: no authorized networks are set",
		"needs": [
			{"resource": "c", "path": ["master_authorized_networks_config", 0]},
			{"resource": "c", "path": ["private_cluster_config", 0, "enable_private_endpoint"]},
			{"resource": "c", "path": ["control_plane_endpoints_config", 0, "ip_endpoints_config", 0, "enabled"]},
		],
	}} with input as cluster({"private_cluster_config": [{"enable_private_nodes": true}]})
}

test_denies_list_of_the_whole_internet if {
	messages := {violation.path: violation.message | some violation in rule.deny} with input as cluster({"master_authorized_networks_config": [{"cidr_blocks": [
		{"cidr_block": "10.0.0.0/8"},
		{"cidr_block": "0.0.0.0/0", "display_name": "all"},
	]}]})
	messages == {["master_authorized_networks_config", 0, "cidr_blocks", 1, "cidr_block"]: "The control plane's public address answers everyone: 0.0.0.0/0 is an authorized network"}
}

test_allows_a_list if {
	paths({"master_authorized_networks_config": [{}]}) == set()
	paths({"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "203.0.113.0/24"}]}]}) == set()
}

test_allows_no_public_address if {
	open := {"master_authorized_networks_config": [{"cidr_blocks": [{"cidr_block": "0.0.0.0/0"}]}]}
	private := {"private_cluster_config": [{"enable_private_endpoint": true}]}
	dns_only := {"control_plane_endpoints_config": [{"ip_endpoints_config": [{"enabled": false}]}]}
	paths(private) == set()
	paths(dns_only) == set()
	paths(object.union(open, private)) == set()
	paths(object.union(open, dns_only)) == set()
}

test_says_nothing_of_an_unknown_block if {
	paths({"master_authorized_networks_config": [null]}) == set()
}
