package policy.aws.elb.public_test

import data.policy.aws.elb.public

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public.deny with input.resources.aws_lb as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_addresses if {
	messages({}) == {"`internal` is not set, and the default is `false`"}
	paths({"internal": false}) == {["internal"]}
	paths({"internal": true}) == set()
	paths({"load_balancer_type": "gateway"}) == set()
}
