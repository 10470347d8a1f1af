package policy.aws.msk.public_address_test

import data.policy.aws.msk.public_address

findings(attributes) := found if {
	found := public_address.deny with input.resources as {"aws_msk_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_public if {
	findings({"broker_node_group_info": [{"connectivity_info": [{"public_access": [{"type": "SERVICE_PROVIDED_EIPS"}]}]}]}) == {{
		"resource": "a",
		"path": ["broker_node_group_info", 0, "connectivity_info", 0, "public_access", 0, "type"],
		"message": "`type` is `SERVICE_PROVIDED_EIPS`",
	}}
}

test_private if {
	findings({}) == set()
	findings({"broker_node_group_info": [{"connectivity_info": [{"public_access": [{"type": "DISABLED"}]}]}]}) == set()
}
