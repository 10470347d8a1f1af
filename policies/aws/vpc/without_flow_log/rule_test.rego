package policy.aws.vpc.without_flow_log_test

import data.policy.aws.vpc.without_flow_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_flow_log.deny with input.resources.aws_vpc as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_none if {
	messages({}) == {"No `aws_flow_log` is set on the network"}
	paths({}) == {[]}
}

test_one if {
	vpc := {"id": "x", "root": ".", "attributes": {}, "referred_by": [{"kind": "aws_flow_log", "index": 0, "via": ["vpc_id"]}]}
	found := without_flow_log.deny with input.resources as {"aws_vpc": [vpc], "aws_flow_log": [{"id": "y"}]}
	found == set()
}
