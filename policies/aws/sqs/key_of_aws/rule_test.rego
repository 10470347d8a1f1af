package policy.aws.sqs.key_of_aws_test

import data.policy.aws.sqs.key_of_aws

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := key_of_aws.deny with input.resources.aws_sqs_queue as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_keys if {
	messages({"kms_master_key_id": "alias/aws/sqs"}) == {"`kms_master_key_id` is `alias/aws/sqs`, the key that AWS keeps for the account"}
	paths({"kms_master_key_id": "alias/aws/sqs"}) == {["kms_master_key_id"]}
	paths({"kms_master_key_id": "alias/orders"}) == set()
	paths({}) == set()
}
