package policy.aws.vpc.default_route_to_peer_test

import data.policy.aws.vpc.default_route_to_peer

route(attributes, unknown) := {finding.path | some finding in found} if {
	one := {"id": "x", "attributes": attributes, "unknown": unknown}
	found := default_route_to_peer.deny with input.resources.aws_route as [one]
}

table(entry, unknown) := {finding.path | some finding in found} if {
	one := {"id": "x", "attributes": {"route": [entry]}, "unknown": unknown}
	found := default_route_to_peer.deny with input.resources.aws_route_table as [one]
}

test_routes if {
	route({"destination_cidr_block": "0.0.0.0/0", "vpc_peering_connection_id": "pcx-1"}, []) == {["destination_cidr_block"]}
	route({"destination_ipv6_cidr_block": "::/0"}, [["vpc_peering_connection_id"]]) == {["destination_ipv6_cidr_block"]}
	route({"destination_cidr_block": "10.1.0.0/16", "vpc_peering_connection_id": "pcx-1"}, []) == set()
	route({"destination_cidr_block": "0.0.0.0/0", "vpc_peering_connection_id": "", "gateway_id": "igw-1"}, []) == set()
}

test_tables if {
	table({"cidr_block": "0.0.0.0/0", "vpc_peering_connection_id": "pcx-1"}, []) == {["route", 0, "cidr_block"]}
	table({"ipv6_cidr_block": "::/0"}, [["route", 0, "vpc_peering_connection_id"]]) == {["route", 0, "ipv6_cidr_block"]}
	table({"cidr_block": "0.0.0.0/0", "gateway_id": "igw-1"}, [["route", 1, "vpc_peering_connection_id"]]) == set()
}
