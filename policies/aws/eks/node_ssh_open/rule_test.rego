package policy.aws.eks.node_ssh_open_test

import data.policy.aws.eks.node_ssh_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := node_ssh_open.deny with input.resources.aws_eks_node_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

access(fields) := {"remote_access": [fields]}

test_access if {
	messages(access({"ec2_ssh_key": "nodes"})) == {"An SSH key is set and `source_security_group_ids` is not, so port 22 is open to 0.0.0.0/0"}
	paths(access({"ec2_ssh_key": "nodes"})) == {["remote_access", 0, "source_security_group_ids"]}
	paths(access({"ec2_ssh_key": "nodes", "source_security_group_ids": ["sg-1"]})) == set()
	paths(access({})) == set()
	paths(access({"ec2_ssh_key": ""})) == set()
	paths({}) == set()
}

test_key_that_is_not_known if {
	group := {"id": "x", "attributes": access({}), "unknown": [["remote_access", 0, "ec2_ssh_key"]]}
	found := node_ssh_open.deny with input.resources.aws_eks_node_group as [group]
	count(found) == 1
}
