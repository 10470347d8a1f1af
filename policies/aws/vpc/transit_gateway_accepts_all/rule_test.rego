package policy.aws.vpc.transit_gateway_accepts_all_test

import data.policy.aws.vpc.transit_gateway_accepts_all

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := transit_gateway_accepts_all.deny with input.resources.aws_ec2_transit_gateway as [resource]
}

test_bad if {
	paths({"auto_accept_shared_attachments": "enable"}) == {["auto_accept_shared_attachments"]}
}

test_bad_with_either_table if {
	every table in transit_gateway_accepts_all.tables {
		paths({"auto_accept_shared_attachments": "enable", table: "disable"}) == {["auto_accept_shared_attachments"]}
	}
}

test_good if {
	paths({
		"auto_accept_shared_attachments": "enable",
		"default_route_table_association": "disable",
		"default_route_table_propagation": "disable",
	}) == set()
	paths({}) == set()
	paths({"auto_accept_shared_attachments": "disable"}) == set()
}
