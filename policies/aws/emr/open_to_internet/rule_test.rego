package policy.aws.emr.open_to_internet_test

import data.policy.aws.emr.open_to_internet


group(ingress, referred_by) := {"id": "g", "attributes": {"ingress": ingress}, "referred_by": referred_by}

findings(firewall, rules) := found if {
	resources := {
		"aws_emr_cluster": [{
			"id": "a",
			"address": "aws_emr_cluster.a",
			"attributes": {},
			"references": [{"id": "g", "kind": "aws_security_group", "index": 0, "via": ["ec2_attributes", 0, "emr_managed_master_security_group"]}],
		}],
		"aws_security_group": [firewall],
		"aws_security_group_rule": rules,
	}
	found := open_to_internet.deny with input.resources as resources
}

test_open_group if {
	open := group([{"protocol": "tcp", "from_port": 8088, "to_port": 8088, "cidr_blocks": ["0.0.0.0/0"]}], [])
	findings(open, []) == {{
		"resource": "a",
		"at": "g",
		"path": ["ingress", 0, "cidr_blocks", 0],
		"message": "Of aws_emr_cluster.a, a firewall of the cluster lets in all of 0.0.0.0/0",
	}}
}

test_open_rule if {
	rule := {"id": "r", "attributes": {"type": "ingress", "protocol": "-1", "cidr_blocks": ["0.0.0.0/0"]}}
	closed := group([], [])
	findings(closed, [rule]) == set()
	open := group([], [{"id": "r", "kind": "aws_security_group_rule", "index": 0, "via": ["security_group_id"]}])
	count(findings(open, [rule])) == 1
}

test_closed if {
	closed := group([{"protocol": "tcp", "from_port": 8088, "to_port": 8088, "cidr_blocks": ["10.0.0.0/8"]}], [])
	findings(closed, []) == set()
}

test_firewalls_that_are_not_known if {
	open := group([{"protocol": "tcp", "from_port": 8088, "to_port": 8088, "cidr_blocks": ["0.0.0.0/0"]}], [])
	master := ["ec2_attributes", 0, "emr_managed_master_security_group"]
	unknown := [["ec2_attributes", 0], master, ["ec2_attributes", 0, "subnet_id"], ["name"]]
	cluster := {"id": "a", "address": "it", "attributes": {}, "references": [], "unknown": unknown}
	found := open_to_internet.deny with input.resources as {"aws_emr_cluster": [cluster], "aws_security_group": [open]}
	{finding.path | some finding in found} == {["ec2_attributes", 0], master}
}
