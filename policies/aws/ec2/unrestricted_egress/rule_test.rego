package policy.aws.ec2.unrestricted_egress_test

import data.policy.aws.ec2.unrestricted_egress

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unrestricted_egress.deny with input.resources.aws_security_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

all := {"protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}

test_open if {
	messages({"egress": [all]}) == {"Every port of 0.0.0.0/0 can be connected to"}
	paths({"egress": [all]}) == {["egress", 0, "cidr_blocks", 0]}
}

test_narrow if {
	paths({"ingress": [all]}) == set()
	every change in [{"protocol": "tcp", "from_port": 443, "to_port": 443}, {"cidr_blocks": ["10.0.0.0/8"]}] {
		paths({"egress": [object.union(all, change)]}) == set()
	}
}
