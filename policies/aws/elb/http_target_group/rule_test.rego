package policy.aws.elb.http_target_group_test

import data.policy.aws.elb.http_target_group

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := http_target_group.deny with input.resources.aws_lb_target_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_protocols if {
	messages({"protocol": "HTTP"}) == {"`protocol` is `HTTP`, and no listener for HTTPS is in front"}
	paths({"protocol": "HTTP"}) == {["protocol"]}
	paths({"protocol": "HTTPS"}) == set()
	paths({"protocol": "TCP"}) == set()
	paths({}) == set()
}

test_listeners if {
	every protocol, expected in {"HTTPS": 0, "HTTP": 1} {
		group := {"id": "g", "attributes": {"protocol": "HTTP"}, "referred_by": [{"kind": "aws_lb_listener", "index": 0, "via": ["default_action", 0, "target_group_arn"]}]}
		listener := {"id": "l", "attributes": {"protocol": protocol}}
		found := http_target_group.deny with input.resources as {"aws_lb_target_group": [group], "aws_lb_listener": [listener]}
		count(found) == expected
	}
}

test_rules_of_listeners if {
	group := {"id": "g", "attributes": {"protocol": "HTTP"}, "referred_by": [{"kind": "aws_lb_listener_rule", "index": 0, "via": ["action", 0]}]}
	rule := {"id": "r", "references": [{"kind": "aws_lb_listener", "index": 0, "via": ["listener_arn"]}]}
	found := http_target_group.deny with input.resources as {
		"aws_lb_target_group": [group],
		"aws_lb_listener_rule": [rule],
		"aws_lb_listener": [{"id": "l", "attributes": {"protocol": "HTTPS"}}],
	}
	found == set()
}

test_a_group_that_is_unknown_may_be_this_one if {
	group := {"id": "g", "root": ".", "attributes": {"protocol": "HTTP"}, "referred_by": []}
	asked := [["default_action", 0, "target_group_arn"], ["default_action", 0, "redirect", 0, "host"], ["port"]]
	listener := {"id": "l", "root": ".", "attributes": {"protocol": "HTTPS"}, "references": [], "unknown": asked}
	found := http_target_group.deny with input.resources as {"aws_lb_target_group": [group], "aws_lb_listener": [listener]}
	{finding.needs | some finding in found} == {[{"resource": "l", "path": ["default_action", 0, "target_group_arn"]}]}
}
