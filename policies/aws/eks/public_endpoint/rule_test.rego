package policy.aws.eks.public_endpoint_test

import data.policy.aws.eks.public_endpoint

findings(config) := found if {
	cluster := {"id": "cluster", "attributes": {"vpc_config": [config]}}
	found := public_endpoint.deny with input.resources.aws_eks_cluster as [cluster]
}

paths(config) := {finding.path | some finding in findings(config)}

test_open_by_default if {
	findings({"subnet_ids": ["subnet-1"]}) == {{
		"resource": "cluster",
		"path": ["vpc_config", 0, "public_access_cidrs"],
		"needs": [
			{"resource": "cluster", "path": ["vpc_config", 0, "endpoint_public_access"]},
			{"resource": "cluster", "path": ["vpc_config", 0, "public_access_cidrs"]},
		],
		"message": "The public endpoint is on and `public_access_cidrs` names no networks, so it admits 0.0.0.0/0",
	}}
	paths({"public_access_cidrs": []}) == {["vpc_config", 0, "public_access_cidrs"]}
}

test_switching_it_on_is_what_opens_it if {
	every more in [{}, {"public_access_cidrs": []}, {"public_access_cidrs": ["0.0.0.0/0"]}] {
		paths(object.union({"endpoint_public_access": true}, more)) == {["vpc_config", 0, "endpoint_public_access"]}
	}
	paths({"public_access_cidrs": ["0.0.0.0/0"]}) == {["vpc_config", 0, "public_access_cidrs", 0]}
}

test_open_networks if {
	cidrs := ["203.0.113.0/24", "0.0.0.0/0"]
	paths({"endpoint_public_access": true, "public_access_cidrs": cidrs}) == {["vpc_config", 0, "public_access_cidrs", 1]}
	paths({"public_access_cidrs": ["0.0.0.0/1", "128.0.0.0/1"]}) == {
		["vpc_config", 0, "public_access_cidrs", 0],
		["vpc_config", 0, "public_access_cidrs", 1],
	}
}

test_closed if {
	paths({"endpoint_public_access": false}) == set()
	paths({"endpoint_public_access": "false", "public_access_cidrs": ["0.0.0.0/0"]}) == set()
	paths({"public_access_cidrs": ["203.0.113.0/24", null]}) == set()
}
