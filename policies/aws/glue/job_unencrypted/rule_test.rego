package policy.aws.glue.job_unencrypted_test

import data.policy.aws.glue.job_unencrypted

findings(attributes) := found if {
	found := job_unencrypted.deny with input.resources as {"aws_glue_security_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"encryption_configuration": [{"cloudwatch_encryption": [{"cloudwatch_encryption_mode": "SSE-KMS"}], "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "DISABLED"}], "s3_encryption": [{"s3_encryption_mode": "SSE-S3"}]}]}) == {{
		"resource": "a",
		"path": ["encryption_configuration", 0, "job_bookmarks_encryption", 0, "job_bookmarks_encryption_mode"],
		"message": "`job_bookmarks_encryption_mode` is `DISABLED`",
	}}
	count(findings({"encryption_configuration": [{"cloudwatch_encryption": [{"cloudwatch_encryption_mode": "SSE-KMS"}], "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "CSE-KMS"}], "s3_encryption": [{}]}]})) == 1
}

test_on if {
	findings({"encryption_configuration": [{"cloudwatch_encryption": [{"cloudwatch_encryption_mode": "SSE-KMS"}], "job_bookmarks_encryption": [{"job_bookmarks_encryption_mode": "CSE-KMS"}], "s3_encryption": [{"s3_encryption_mode": "SSE-KMS"}]}]}) == set()
}
