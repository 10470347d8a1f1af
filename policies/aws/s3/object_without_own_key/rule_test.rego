package policy.aws.s3.object_without_own_key_test

import data.policy.aws.s3.object_without_own_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := object_without_own_key.deny with input.resources.aws_s3_object as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_keys if {
	messages({"key": "a"}) == {"`kms_key_id` is not set"}
	paths({}) == {["kms_key_id"]}
	paths({"kms_key_id": "arn:aws:kms:eu-west-1:111122223333:key/1"}) == set()
}

test_key_of_the_bucket if {
	encryption := {"id": "e", "unknown": [], "attributes": {"rule": [{"apply_server_side_encryption_by_default": [{"sse_algorithm": "aws:kms"}]}]}}
	bucket := {"id": "b", "referred_by": [{"kind": "aws_s3_bucket_server_side_encryption_configuration", "index": 0, "via": ["bucket"]}]}
	file := {"id": "f", "attributes": {}, "references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]}
	found := object_without_own_key.deny with input.resources as {
		"aws_s3_bucket_object": [file],
		"aws_s3_bucket": [bucket],
		"aws_s3_bucket_server_side_encryption_configuration": [encryption],
	}
	found == set()
}

test_key_of_the_bucket_that_is_not_known if {
	encryption := {"id": "e", "unknown": [["rule", "*"]], "attributes": {"rule": []}}
	bucket := {"id": "b", "referred_by": [{"kind": "aws_s3_bucket_server_side_encryption_configuration", "index": 0, "via": ["bucket"]}]}
	file := {"id": "f", "attributes": {}, "references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]}
	found := object_without_own_key.deny with input.resources as {
		"aws_s3_object": [file],
		"aws_s3_bucket": [bucket],
		"aws_s3_bucket_server_side_encryption_configuration": [encryption],
	}
	{finding.needs | some finding in found} == {[{"resource": "e", "path": ["rule"]}]}
}
