package policy.aws.ec2.ssh_ingress_open_test

import data.policy.aws.ec2.ssh_ingress_open

findings(kind, attributes) := found if {
	resource := {"id": "x", "attributes": attributes, "unknown": []}
	found := ssh_ingress_open.deny with input.resources as {kind: [resource]}
}

paths(kind, attributes) := {finding.path | some finding in findings(kind, attributes)}

ssh := {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}

changed(change) := paths("aws_security_group", {"ingress": [object.union(ssh, change)]})

test_inline_rules if {
	every kind in ["aws_security_group", "aws_default_security_group"] {
		paths(kind, {"ingress": [ssh]}) == {["ingress", 0, "cidr_blocks", 0]}
		paths(kind, {"egress": [ssh]}) == set()
	}
}

test_message_names_the_range if {
	findings("aws_security_group", {"ingress": [ssh]}) == {{
		"resource": "x",
		"path": ["ingress", 0, "cidr_blocks", 0],
		"needs": [],
		"message": "Port 22 (SSH) is open to 0.0.0.0/0",
	}}
}

test_every_open_range_of_every_rule if {
	wide := {"protocol": -1, "from_port": 0, "to_port": 0, "ipv6_cidr_blocks": ["2001:db8::/32", "::/0"]}
	paths("aws_security_group", {"ingress": [ssh, wide]}) == {
		["ingress", 0, "cidr_blocks", 0],
		["ingress", 1, "ipv6_cidr_blocks", 1],
	}
}

test_ports_and_protocols if {
	every change in [
		{"protocol": "TCP"}, {"protocol": "6"}, {"protocol": 6}, {"protocol": "all", "from_port": 443},
		{"protocol": "-1", "from_port": 0, "to_port": 0}, {"from_port": 0, "to_port": 65535}, {"from_port": "20"},
	] {
		count(changed(change)) == 1
	}
	every change in [
		{"protocol": "udp"}, {"protocol": "icmp", "from_port": -1, "to_port": -1}, {"from_port": 23, "to_port": 443},
		{"from_port": 0, "to_port": 0}, {"cidr_blocks": ["10.0.0.0/8"]}, {"cidr_blocks": []},
	] {
		count(changed(change)) == 0
	}
}

test_rules_of_their_own if {
	paths("aws_security_group_rule", object.union(ssh, {"type": "ingress"})) == {["cidr_blocks", 0]}
	paths("aws_security_group_rule", object.union(ssh, {"type": "egress"})) == set()
	paths("aws_security_group_rule", ssh) == set()
	open := {"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}
	paths("aws_vpc_security_group_ingress_rule", open) == {["cidr_ipv4"]}
	six := {"ip_protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_ipv6": "::/0"}
	paths("aws_vpc_security_group_ingress_rule", six) == {["cidr_ipv6"]}
	paths("aws_vpc_security_group_ingress_rule", object.remove(six, ["from_port"])) == set()
	paths("aws_vpc_security_group_egress_rule", open) == set()
}

# What is unknown is absent here; the engine sees that the policy asked for it.
test_unknown_values_do_not_fire if {
	every name in ["protocol", "from_port", "to_port", "cidr_blocks"] {
		paths("aws_security_group", {"ingress": [object.remove(ssh, [name])]}) == set()
	}
	changed({"cidr_blocks": [null]}) == set()
}
