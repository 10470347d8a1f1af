package policy.aws.s3.without_lifecycle_test

import data.policy.aws.s3.without_lifecycle

paths(attributes, referred_by) := {finding.path | some finding in found} if {
	bucket := {"id": "b", "root": ".", "attributes": attributes, "unknown": [], "referred_by": referred_by}
	found := without_lifecycle.deny with input.resources as {
		"aws_s3_bucket": [bucket],
		"aws_s3_bucket_lifecycle_configuration": [{"id": "l", "root": ".", "attributes": {}, "references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]}],
	}
}

test_none if paths({}, []) == {[]}

test_some if {
	paths({"lifecycle_rule": [{"enabled": true}]}, []) == set()
	paths({}, [{"kind": "aws_s3_bucket_lifecycle_configuration", "index": 0, "via": ["bucket"]}]) == set()
}
