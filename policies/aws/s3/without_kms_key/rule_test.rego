package policy.aws.s3.without_kms_key_test

import data.policy.aws.s3.without_kms_key

findings(attributes, settings) := found if {
	bucket := {
		"id": "bucket",
		"root": ".",
		"attributes": attributes,
		"references": [],
		"referred_by": [{"kind": kind, "index": i, "via": ["bucket"]} | some i, _ in settings],
	}
	found := without_kms_key.deny with input.resources as {
		"aws_s3_bucket": [bucket],
		kind: [{"id": "e", "root": ".", "attributes": one, "references": [{"kind": "aws_s3_bucket", "via": ["bucket"]}]} | some one in settings],
	}
}

kind := "aws_s3_bucket_server_side_encryption_configuration"

messages(attributes, settings) := {finding.message | some finding in findings(attributes, settings)}

with_algorithm(name) := {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": name}]}]}

test_buckets if {
	messages({}, []) == {"No encryption is set on the bucket, and the default is a key of S3 itself"}
	messages({"server_side_encryption_configuration": [with_algorithm("AES256")]}, []) == {"`sse_algorithm` is `AES256`"}
	messages({"server_side_encryption_configuration": [with_algorithm("aws:kms")]}, []) == set()
	messages({"acl": "log-delivery-write"}, []) == set()
}

test_settings if {
	messages({}, [with_algorithm("AES256")]) == {"`sse_algorithm` is `AES256`"}
	messages({}, [{"rule": [{}]}]) == {"`sse_algorithm` is not set, and the default is `AES256`"}
	messages({}, [with_algorithm("aws:kms:dsse")]) == set()
}
