package policy.aws.ec2.remote_desktop_ingress_open_test

import data.policy.aws.ec2.remote_desktop_ingress_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := remote_desktop_ingress_open.deny with input.resources.aws_security_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

rdp := {"protocol": "tcp", "from_port": 3389, "to_port": 3389, "cidr_blocks": ["0.0.0.0/0"]}

test_open if {
	messages({"ingress": [rdp]}) == {"Port 3389 (Remote Desktop) is open to 0.0.0.0/0"}
	paths({"ingress": [rdp]}) == {["ingress", 0, "cidr_blocks", 0]}
	paths({"ingress": [object.union(rdp, {"protocol": "-1"})]}) == {["ingress", 0, "cidr_blocks", 0]}
}

test_closed if {
	paths({"egress": [rdp]}) == set()
	every change in [{"from_port": 443, "to_port": 443}, {"cidr_blocks": ["10.0.0.0/8"]}, {"protocol": "udp"}] {
		paths({"ingress": [object.union(rdp, change)]}) == set()
	}
}
