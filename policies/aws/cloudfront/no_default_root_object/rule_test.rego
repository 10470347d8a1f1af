package policy.aws.cloudfront.no_default_root_object_test

import data.policy.aws.cloudfront.no_default_root_object

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_default_root_object.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_object if {
	messages({}) == {"`default_root_object` is not set"}
	paths({"default_root_object": ""}) == {["default_root_object"]}
	paths({"default_root_object": "index.html"}) == set()
}
