package policy.aws.redshift.default_network_test

import data.policy.aws.redshift.default_network

findings(attributes) := found if {
	found := default_network.deny with input.resources as {"aws_redshift_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["cluster_subnet_group_name"],
		"message": "`cluster_subnet_group_name` is not set",
	}}
	count(findings({"cluster_subnet_group_name": ""})) == 1
}

test_set if {
	findings({"cluster_subnet_group_name": "private"}) == set()
}
