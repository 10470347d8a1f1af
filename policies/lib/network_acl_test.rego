package lib.network_acl_test

import data.lib.network_acl

allow := {"rule_no": 100, "action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 20, "to_port": 25}

deny_before := {"rule_no": 90, "action": "Deny", "protocol": "-1", "cidr_block": "0.0.0.0/0"}

openings(rules) := found if {
	acl := {"id": "acl", "attributes": {"ingress": rules}}
	found := network_acl.from_internet with input.resources as {"aws_network_acl": [acl]}
}

places(rules, port) := {opening.path |
	some opening in openings(rules)
	network_acl.opens_tcp(opening, port)
}

test_blocks if {
	places([allow], 22) == {["ingress", 0, "cidr_block"]}
	places([allow], 80) == set()
	places([object.union(allow, {"protocol": -1})], 80) == {["ingress", 0, "cidr_block"]}
	openings([object.union(allow, {"cidr_block": "10.0.0.0/8"})]) == []
	places([object.union(allow, {"ipv6_cidr_block": "::/0", "cidr_block": ""})], 22) == {["ingress", 0, "ipv6_cidr_block"]}
}

test_refused_before if {
	places([allow, deny_before], 22) == set()
	places([allow, object.union(deny_before, {"rule_no": 110})], 22) == {["ingress", 0, "cidr_block"]}
	places([allow, object.union(deny_before, {"cidr_block": "192.0.2.0/24"})], 22) == {["ingress", 0, "cidr_block"]}
	places([allow, object.union(deny_before, {"protocol": "tcp", "from_port": 21, "to_port": 21})], 22) == {["ingress", 0, "cidr_block"]}
}

rule(id, attributes) := {
	"id": id,
	"attributes": attributes,
	"references": [{"kind": "aws_network_acl", "index": 0, "via": ["network_acl_id"]}],
}

test_rules_of_their_own if {
	own := {"rule_number": 100, "rule_action": "allow", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 22, "to_port": 22}
	refusal := {"rule_number": 10, "rule_action": "deny", "protocol": "tcp", "cidr_block": "0.0.0.0/0", "from_port": 22, "to_port": 22}
	acl := {"id": "acl", "attributes": {}, "referred_by": [
		{"kind": "aws_network_acl_rule", "index": 0, "via": ["network_acl_id"]},
		{"kind": "aws_network_acl_rule", "index": 1, "via": ["network_acl_id"]},
	]}
	every second in [object.union(refusal, {"egress": true}), object.union(refusal, {"rule_number": 200})] {
		found := network_acl.from_internet with input.resources as {
			"aws_network_acl": [acl],
			"aws_network_acl_rule": [rule("a", own), rule("b", second)],
		}
		[opening.resource | some opening in found; network_acl.opens_tcp(opening, 22)] == ["a"]
	}
	found := network_acl.from_internet with input.resources as {
		"aws_network_acl": [acl],
		"aws_network_acl_rule": [rule("a", own), rule("b", refusal)],
	}
	[opening.resource | some opening in found; network_acl.opens_tcp(opening, 22)] == []
}
