package policy.aws.efs.unencrypted_test

import data.policy.aws.efs.unencrypted

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted.deny with input.resources.aws_efs_file_system as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_encryption if {
	messages({}) == {"`encrypted` is not set, and the default is `false`"}
	paths({"encrypted": false}) == {["encrypted"]}
	paths({"encrypted": true}) == set()
}
