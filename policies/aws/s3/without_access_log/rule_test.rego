package policy.aws.s3.without_access_log_test

import data.policy.aws.s3.without_access_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_access_log.deny with input.resources.aws_s3_bucket as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_buckets if {
	messages({}) == {"No access log is set on the bucket"}
	paths({}) == {[]}
	paths({"logging": [{"target_bucket": "logs"}]}) == set()
	paths({"acl": "log-delivery-write"}) == set()
}

test_settings if {
	bucket := {"id": "x", "root": ".", "attributes": {}, "references": [], "referred_by": [{"kind": "aws_s3_bucket_logging", "index": 0, "via": ["bucket"]}]}
	found := without_access_log.deny with input.resources as {"aws_s3_bucket": [bucket], "aws_s3_bucket_logging": [{"id": "y", "root": ".", "references": []}]}
	found == set()
}
