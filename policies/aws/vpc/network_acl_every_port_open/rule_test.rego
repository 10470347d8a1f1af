package policy.aws.vpc.network_acl_every_port_open_test

import data.policy.aws.vpc.network_acl_every_port_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := network_acl_every_port_open.deny with input.resources.aws_network_acl as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

rule := {"rule_no": 100, "action": "allow", "protocol": "-1", "cidr_block": "0.0.0.0/0", "from_port": 0, "to_port": 0}

test_protocols if {
	messages({"ingress": [rule]}) == {"Every port of the subnets is open to 0.0.0.0/0"}
	paths({"ingress": [rule]}) == {["ingress", 0, "cidr_block"]}
	paths({"ingress": [object.union(rule, {"protocol": "tcp"})]}) == set()
	paths({"egress": [rule]}) == set()
}
