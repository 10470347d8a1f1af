package policy.aws.sns.key_of_aws_test

import data.policy.aws.sns.key_of_aws

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := key_of_aws.deny with input.resources.aws_sns_topic as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_keys if {
	messages({"kms_master_key_id": "alias/aws/sns"}) == {"`kms_master_key_id` is `alias/aws/sns`, the key that AWS keeps for the account"}
	paths({"kms_master_key_id": "alias/aws/sns"}) == {["kms_master_key_id"]}
	paths({"kms_master_key_id": "alias/orders"}) == set()
	paths({}) == set()
}
