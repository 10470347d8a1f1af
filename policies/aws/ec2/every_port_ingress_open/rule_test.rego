package policy.aws.ec2.every_port_ingress_open_test

import data.policy.aws.ec2.every_port_ingress_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := every_port_ingress_open.deny with input.resources.aws_security_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

all := {"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}

test_open if {
	messages({"ingress": [all]}) == {"Every port is open to 0.0.0.0/0"}
	messages({"ingress": [object.union(all, {"protocol": "udp", "to_port": 65535})]}) == {"Every UDP port is open to 0.0.0.0/0"}
	messages({"ingress": [object.union(all, {"protocol": "6", "to_port": 65535})]}) == {"Every TCP port is open to 0.0.0.0/0"}
	paths({"ingress": [object.union(all, {"protocol": "tcp", "to_port": 65535})]}) == {["ingress", 0, "cidr_blocks", 0]}
}

test_closed if {
	paths({"egress": [all]}) == set()
	every change in [{"protocol": "tcp", "to_port": 443}, {"cidr_blocks": ["10.0.0.0/8"]}, {"protocol": "icmp"}] {
		paths({"ingress": [object.union(all, change)]}) == set()
	}
}
