package policy.aws.ec2.public_image_test

import data.policy.aws.ec2.public_image

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public_image.deny with input.resources.aws_ami_launch_permission as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_groups if {
	messages({"group": "all"}) == {"`group` is `all`: every AWS account may start the image"}
	paths({"group": "all"}) == {["group"]}
	paths({"account_id": "111122223333"}) == set()
}
