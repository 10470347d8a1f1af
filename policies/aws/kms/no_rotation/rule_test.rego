package policy.aws.kms.no_rotation_test

import data.policy.aws.kms.no_rotation

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_rotation.deny with input.resources.aws_kms_key as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_rotation if {
	messages({}) == {"`enable_key_rotation` is not set, and the default is `false`"}
	paths({"enable_key_rotation": false}) == {["enable_key_rotation"]}
	paths({"enable_key_rotation": true}) == set()
}

test_keys_that_cannot_be_renewed if {
	every change in [
		{"customer_master_key_spec": "RSA_4096"},
		{"key_usage": "SIGN_VERIFY"},
		{"custom_key_store_id": "cks-1"},
		{"is_enabled": false},
	] {
		paths(change) == set()
	}
}
