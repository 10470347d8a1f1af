package policy.aws.elb.without_web_firewall_test

import data.policy.aws.elb.without_web_firewall

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_web_firewall.deny with input.resources.aws_lb as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_without if {
	messages({}) == {"No web application firewall is set on the load balancer"}
	paths({"internal": false}) == {[]}
	paths({"internal": true}) == set()
	paths({"load_balancer_type": "network"}) == set()
}

test_with if {
	every kind in ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"] {
		balancer := {"id": "x", "root": ".", "attributes": {}, "referred_by": [{"kind": kind, "index": 0, "via": ["resource_arn"]}]}
		found := without_web_firewall.deny with input.resources as {"aws_lb": [balancer], kind: [{"id": "y"}]}
		found == set()
	}
}
