package policy.aws.elb.classic_plain_listener_test

import data.policy.aws.elb.classic_plain_listener

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := classic_plain_listener.deny with input.resources.aws_elb as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

listeners(fields) := {"listener": [fields]}

test_listeners if {
	messages(listeners({"lb_protocol": "http"})) == {"`lb_protocol` is `http`"}
	paths(listeners({"lb_protocol": "tcp"})) == {["listener", 0, "lb_protocol"]}
	paths(listeners({"lb_protocol": "tcp", "lb_port": 25})) == {["listener", 0, "lb_protocol"]}
	paths(listeners({"lb_protocol": "TCP", "lb_port": "22"})) == set()
	paths(listeners({"lb_protocol": "http", "lb_port": 443})) == {["listener", 0, "lb_protocol"]}
	messages(listeners({"lb_protocol": "HTTPS"})) == {"`ssl_certificate_id` is not set"}
	paths(listeners({"lb_protocol": "https"})) == {["listener", 0, "ssl_certificate_id"]}
	paths(listeners({"lb_protocol": "https", "ssl_certificate_id": "arn:aws:acm:eu-west-1:111122223333:certificate/1"})) == set()
}
