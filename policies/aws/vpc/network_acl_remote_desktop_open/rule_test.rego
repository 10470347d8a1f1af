package policy.aws.vpc.network_acl_remote_desktop_open_test

import data.policy.aws.vpc.network_acl_remote_desktop_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := network_acl_remote_desktop_open.deny with input.resources.aws_network_acl as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

rule := {"rule_no": 100, "action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 3389, "to_port": 3389}

test_ports if {
	messages({"ingress": [rule]}) == {"The subnets' port 3389 is open to 0.0.0.0/0"}
	paths({"ingress": [rule]}) == {["ingress", 0, "cidr_block"]}
	paths({"ingress": [object.union(rule, {"from_port": 80, "to_port": 443})]}) == set()
	paths({"egress": [rule]}) == set()
}
