package policy.aws.s3.public_website_test

import data.policy.aws.s3.public_website

findings(action, attributes) := found if {
	statement := {"Effect": "Allow", "Principal": "*", "Action": action}
	bucket := {
		"id": "bucket",
		"root": ".",
		"attributes": object.union({"policy": {"Statement": [statement]}}, attributes),
		"unknown": [],
		"referred_by": [],
	}
	found := public_website.deny with input.resources.aws_s3_bucket as [bucket]
}

website := {"website": [{"index_document": "index.html"}]}

test_files_of_a_website if {
	findings("s3:GetObject", website) == {{
		"resource": "bucket",
		"at": "bucket",
		"path": ["policy", "Statement", 0, "Principal"],
		"needs": [],
		"evidence": [],
		"message": "Anybody on the internet may call s3:GetObject",
	}}
}

test_other_buckets_and_other_actions if {
	findings("s3:GetObject", {}) == set()
	findings("s3:ListBucket", website) == set()
}
