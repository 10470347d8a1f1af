package lib.security_group_test

import data.lib.security_group

open := {"protocol": "TCP", "from_port": 22, "to_port": 22, "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"]}

resource(attributes) := [{"id": "x", "root": ".", "unknown": [], "attributes": attributes, "references": [], "referred_by": []}]

test_blocks_of_groups if {
	every kind in ["aws_security_group", "aws_default_security_group"] {
		resources := {kind: resource({"ingress": [{}, open]})}
		found := security_group.from_internet with input.resources as resources
		found == [{
			"resource": "x",
			"path": ["ingress", 1, "cidr_blocks", 1],
			"cidr": "0.0.0.0/0",
			"protocol": "tcp",
			"from": 22,
			"to": 22,
			"needs": [],
		}]
		none := security_group.to_internet with input.resources as resources
		none == []
	}
}

test_rules_of_their_own if {
	rules := {"aws_security_group_rule": resource(object.union(open, {"type": "egress", "protocol": -1}))}
	found := security_group.to_internet with input.resources as rules
	[[opening.path, opening.protocol] | some opening in found] == [[["cidr_blocks", 1], "-1"]]
	none := security_group.from_internet with input.resources as rules
	none == []
}

test_rules_for_one_network if {
	rules := {"aws_vpc_security_group_ingress_rule": resource({"ip_protocol": "-1", "cidr_ipv6": "::/0"})}
	found := security_group.from_internet with input.resources as rules
	[[opening.path, opening.from] | some opening in found] == [[["cidr_ipv6"], null]]
	out := {"aws_vpc_security_group_egress_rule": resource({"ip_protocol": "tcp", "cidr_ipv4": "0.0.0.0/0"})}
	leaving := security_group.to_internet with input.resources as out
	count(leaving) == 1
}

about(protocol, from, to) := {"protocol": protocol, "from": from, "to": to}

test_ports if {
	every each in [about("-1", 0, 0), about("all", null, null), about("tcp", "20", 30), about("6", 22, 22)] {
		security_group.holds_tcp(each, 22)
	}
	every each in [about("udp", 22, 22), about("tcp", 23, 80), about("tcp", null, 80)] {
		not security_group.holds_tcp(each, 22)
	}
}

test_every_port if {
	every each in [about("-1", 0, 0), about("tcp", 0, 65535), about("udp", "1", "65535"), about("tcp", -1, -1)] {
		security_group.every_port(each)
	}
	every each in [about("icmp", -1, -1), about("tcp", 0, 0), about("tcp", 1024, 65535), about("tcp", null, null)] {
		not security_group.every_port(each)
	}
}

test_groups_of_what_nobody_can_reach if {
	group := {"id": "x", "root": ".", "attributes": {"ingress": [open]}, "referred_by": []}
	rule := {"id": "r", "attributes": {"cidr_ipv4": "0.0.0.0/0", "ip_protocol": "tcp", "from_port": 22, "to_port": 22}, "references": [{"kind": "aws_security_group", "index": 0, "via": ["security_group_id"]}]}
	old := object.union(rule, {"attributes": object.union(open, {"type": "ingress"})})
	every kinds, expected in {
		["aws_vpc_endpoint", "aws_security_group_rule"]: 0,
		["aws_vpc_endpoint", "aws_instance"]: 3,
		["aws_vpc_endpoint", "output"]: 3,
		["aws_security_group_rule"]: 3,
	} {
		used := object.union(group, {"referred_by": [{"kind": kind} | some kind in kinds]})
		resources := {"aws_security_group": [used], "aws_vpc_security_group_ingress_rule": [rule], "aws_security_group_rule": [old]}
		found := security_group.from_internet with input.resources as resources
		count(found) == expected
	}
}

test_endpoints_whose_groups_are_not_known if {
	group := {"id": "x", "root": ".", "attributes": {"ingress": [open]}, "referred_by": []}
	used := object.union(group, {"referred_by": [{"kind": "aws_instance"}]})
	endpoint := {"id": "e", "root": ".", "unknown": [["security_group_ids", "*"]], "references": []}
	need := {"resource": "e", "path": ["security_group_ids"]}
	every pair in [[group, [need]], [used, []]] {
		found := security_group.from_internet with input.resources as {"aws_security_group": [pair[0]], "aws_vpc_endpoint": [endpoint]}
		[opening.needs | some opening in found] == [pair[1]]
	}
}

test_ports_of_datagrams if {
	security_group.holds_udp(about("udp", 161, 161), 161)
	security_group.holds_udp(about("17", "100", "200"), 161)
	every each in [about("udp", 0, 65535), about("udp", 162, 170), about("tcp", 161, 161)] {
		not security_group.holds_udp(each, 161)
	}
}
