package policy.aws.ec2.encryption_by_default_off_test

import data.policy.aws.ec2.encryption_by_default_off

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := encryption_by_default_off.deny with input.resources.aws_ebs_encryption_by_default as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_switch if {
	messages({"enabled": false}) == {"`enabled` is `false`"}
	paths({"enabled": false}) == {["enabled"]}
	paths({"enabled": true}) == set()
	paths({}) == set()
}
