package policy.aws.kms.disabled_key_test

import data.policy.aws.kms.disabled_key

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := disabled_key.deny with input.resources.aws_kms_key as [resource]
}

test_bad if {
	paths({"is_enabled": false}) == {["is_enabled"]}
}

test_good if {
	paths({}) == set()
	paths({"is_enabled": true}) == set()
}
