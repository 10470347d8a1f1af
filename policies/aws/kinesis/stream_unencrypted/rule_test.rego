package policy.aws.kinesis.stream_unencrypted_test

import data.policy.aws.kinesis.stream_unencrypted

findings(attributes) := found if {
	found := stream_unencrypted.deny with input.resources as {"aws_kinesis_stream": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"encryption_type": "NONE"}) == {{"resource": "a", "path": ["encryption_type"], "message": "`encryption_type` is `NONE`"}}
}

test_not_set if {
	findings({"kms_key_id": "alias/aws/kinesis"}) == {{
		"resource": "a",
		"path": ["encryption_type"],
		"message": "`encryption_type` is not set, and the default is `NONE`",
	}}
}

test_encrypted if {
	findings({"encryption_type": "KMS"}) == set()
}
