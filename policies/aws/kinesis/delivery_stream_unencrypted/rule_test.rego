package policy.aws.kinesis.delivery_stream_unencrypted_test

import data.policy.aws.kinesis.delivery_stream_unencrypted

findings(attributes) := found if {
	found := delivery_stream_unencrypted.deny with input.resources as {"aws_kinesis_firehose_delivery_stream": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"server_side_encryption": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "enabled"],
		"message": "`server_side_encryption.enabled` is `false`",
		"needs": [{"resource": "a", "path": ["kinesis_source_configuration"]}, {"resource": "a", "path": ["msk_source_configuration"]}],
	}}
}

test_not_set if {
	count(findings({})) == 1
}

test_encrypted if {
	findings({"server_side_encryption": [{"enabled": true}]}) == set()
}

test_encrypted_as_its_source if {
	findings({"kinesis_source_configuration": [{"kinesis_stream_arn": "x"}]}) == set()
	findings({"msk_source_configuration": [{"topic_name": "x"}]}) == set()
}
