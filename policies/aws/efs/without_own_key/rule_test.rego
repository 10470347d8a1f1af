package policy.aws.efs.without_own_key_test

import data.policy.aws.efs.without_own_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_own_key.deny with input.resources.aws_efs_file_system as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_keys if {
	messages({"encrypted": true}) == {"`kms_key_id` is not set"}
	paths({}) == {["kms_key_id"]}
	paths({"kms_key_id": "arn:aws:kms:eu-west-1:111122223333:key/1"}) == set()
}
