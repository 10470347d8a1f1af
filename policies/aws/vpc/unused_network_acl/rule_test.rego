package policy.aws.vpc.unused_network_acl_test

import data.policy.aws.vpc.unused_network_acl

paths(attributes, referred_by) := {finding.path | some finding in found} if {
	list := {"id": "x", "root": ".", "attributes": attributes, "referred_by": referred_by}
	found := unused_network_acl.deny with input.resources as {
		"aws_network_acl": [list],
		"aws_network_acl_association": [{"id": "a", "root": ".", "unknown": [], "references": []}],
	}
}

test_none if {
	paths({}, []) == {["subnet_ids"]}
	paths({"subnet_ids": []}, []) == {["subnet_ids"]}
}

test_some if {
	paths({"subnet_ids": ["subnet-1"]}, []) == set()
	paths({}, [{"kind": "aws_network_acl_association", "index": 0, "via": ["network_acl_id"]}]) == set()
}
