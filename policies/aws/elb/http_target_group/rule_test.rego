package policy.aws.elb.http_target_group_test

import data.policy.aws.elb.http_target_group

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := http_target_group.deny with input.resources.aws_lb_target_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_protocols if {
	messages({"protocol": "HTTP"}) == {"`protocol` is `HTTP`"}
	paths({"protocol": "HTTP"}) == {["protocol"]}
	paths({"protocol": "HTTPS"}) == set()
	paths({"protocol": "TCP"}) == set()
	paths({}) == set()
}
