package policy.aws.elb.without_access_log_test

import data.policy.aws.elb.without_access_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_access_log.deny with input.resources.aws_lb as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_balancers if {
	messages({}) == {"`enabled` is not set, and the default is `false`"}
	paths({"access_logs": [{"bucket": "logs"}]}) == {["access_logs", 0, "enabled"]}
	paths({"access_logs": [{"bucket": "logs", "enabled": true}]}) == set()
	paths({"load_balancer_type": "gateway"}) == set()
}

test_classic_ones if {
	balancers := [
		{"id": "a", "attributes": {}},
		{"id": "b", "attributes": {"access_logs": [{"bucket": "logs"}]}},
		{"id": "c", "attributes": {"access_logs": [{"bucket": "logs", "enabled": false}]}},
	]
	found := without_access_log.deny with input.resources.aws_elb as balancers
	{finding.resource | some finding in found} == {"a", "c"}
}
