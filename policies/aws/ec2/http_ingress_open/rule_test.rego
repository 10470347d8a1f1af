package policy.aws.ec2.http_ingress_open_test

import data.policy.aws.ec2.http_ingress_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := http_ingress_open.deny with input.resources.aws_security_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

web := {"protocol": "tcp", "from_port": 80, "to_port": 80, "cidr_blocks": ["0.0.0.0/0"]}

test_open if {
	messages({"ingress": [web]}) == {"Port 80 (HTTP) is open to 0.0.0.0/0"}
	paths({"ingress": [web]}) == {["ingress", 0, "cidr_blocks", 0]}
}

test_closed if {
	paths({"egress": [web]}) == set()
	every change in [{"from_port": 443, "to_port": 443}, {"cidr_blocks": ["10.0.0.0/8"]}, {"protocol": "udp"}] {
		paths({"ingress": [object.union(web, change)]}) == set()
	}
}
