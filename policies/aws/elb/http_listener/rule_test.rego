package policy.aws.elb.http_listener_test

import data.policy.aws.elb.http_listener

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := http_listener.deny with input.resources.aws_lb_listener as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_protocols if {
	messages({"protocol": "HTTP"}) == {"The listener's `protocol` is `HTTP`, and it does not redirect to HTTPS"}
	paths({"protocol": "HTTP", "default_action": [{"type": "forward"}]}) == {["protocol"]}
	paths({"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"host": "x"}]}]}) == {["protocol"]}
	paths({"protocol": "HTTP", "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]}) == set()
	paths({"protocol": "HTTPS"}) == set()
	paths({"protocol": "TCP"}) == set()
}

test_no_protocol if {
	messages({"port": 80}) == {"The listener's `protocol` is not set, and the default is `HTTP`, and it does not redirect to HTTPS"}
	paths({}) == set()
}

test_balancer if {
	listener := {"id": "l", "attributes": {"protocol": "HTTP"}, "unknown": [], "references": [{"kind": "aws_lb", "index": 0, "via": ["load_balancer_arn"]}]}
	found := http_listener.deny with input.resources as {"aws_lb": [{"id": "b"}], "aws_lb_listener": [listener]}
	{[finding.resource, finding.at] | some finding in found} == {["b", "l"], ["l", "l"]}
}
