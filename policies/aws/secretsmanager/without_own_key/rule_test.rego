package policy.aws.secretsmanager.without_own_key_test

import data.policy.aws.secretsmanager.without_own_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_own_key.deny with input.resources.aws_secretsmanager_secret as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_keys if {
	messages({}) == {"`kms_key_id` is not set"}
	paths({"kms_key_id": "alias/aws/secretsmanager"}) == {["kms_key_id"]}
	paths({"kms_key_id": "alias/orders"}) == set()
}
