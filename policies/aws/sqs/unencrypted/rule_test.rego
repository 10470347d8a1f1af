package policy.aws.sqs.unencrypted_test

import data.policy.aws.sqs.unencrypted

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted.deny with input.resources.aws_sqs_queue as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_encryption if {
	messages({"sqs_managed_sse_enabled": false}) == {"`sqs_managed_sse_enabled` is `false`"}
	paths({"sqs_managed_sse_enabled": false, "kms_master_key_id": ""}) == {["sqs_managed_sse_enabled"]}
	paths({"sqs_managed_sse_enabled": false, "kms_master_key_id": "alias/aws/sqs"}) == set()
	paths({}) == set()
}
