package policy.aws.vpc.default_route_to_machine_test

import data.policy.aws.vpc.default_route_to_machine

route(attributes, via) := {finding.path | some finding in found} if {
	one := {"id": "x", "attributes": attributes, "references": [{"kind": "aws_instance", "index": 0, "via": via}]}
	found := default_route_to_machine.deny with input.resources.aws_route as [one]
}

table(entry, via) := {finding.path | some finding in found} if {
	one := {"id": "x", "attributes": {"route": [entry]}, "references": [{"kind": "aws_instance", "index": 0, "via": via}]}
	found := default_route_to_machine.deny with input.resources.aws_route_table as [one]
}

test_routes if {
	route({"destination_cidr_block": "0.0.0.0/0", "instance_id": "i-1"}, []) == {["instance_id"]}
	route({"destination_ipv6_cidr_block": "::/0"}, ["network_interface_id"]) == {["network_interface_id"]}
	route({"destination_cidr_block": "10.0.0.0/16", "instance_id": "i-1"}, []) == set()
	route({"destination_cidr_block": "0.0.0.0/0", "instance_id": ""}, []) == set()
	route({"destination_cidr_block": "0.0.0.0/0", "network_interface_id": "eni-1"}, []) == set()
}

test_tables if {
	table({"cidr_block": "0.0.0.0/0", "instance_id": "i-1"}, []) == {["route", 0, "instance_id"]}
	table({"cidr_block": "0.0.0.0/0"}, ["route", 0, "network_interface_id"]) == {["route", 0, "network_interface_id"]}
	table({"cidr_block": "0.0.0.0/0"}, ["route", 1, "network_interface_id"]) == set()
}
