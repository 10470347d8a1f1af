package policy.aws.sns.unencrypted_test

import data.policy.aws.sns.unencrypted

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted.deny with input.resources.aws_sns_topic as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_keys if {
	messages({}) == {"`kms_master_key_id` is not set"}
	paths({"kms_master_key_id": ""}) == {["kms_master_key_id"]}
	paths({"kms_master_key_id": "alias/aws/sns"}) == set()
}
