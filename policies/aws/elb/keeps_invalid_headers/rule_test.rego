package policy.aws.elb.keeps_invalid_headers_test

import data.policy.aws.elb.keeps_invalid_headers

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := keeps_invalid_headers.deny with input.resources.aws_lb as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_headers if {
	messages({}) == {"`drop_invalid_header_fields` is not set, and the default is `false`"}
	paths({"drop_invalid_header_fields": false}) == {["drop_invalid_header_fields"]}
	paths({"drop_invalid_header_fields": true}) == set()
	paths({"load_balancer_type": "network"}) == set()
}
