package policy.aws.cloudfront.without_access_log_test

import data.policy.aws.cloudfront.without_access_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_access_log.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_logs if {
	messages({}) == {"Neither `logging_config` nor a log delivery is set"}
	paths({}) == {["logging_config", 0, "bucket"]}
	paths({"logging_config": [{"bucket": "logs.s3.amazonaws.com"}]}) == set()
}

test_delivery if {
	delivery := {"kind": "aws_cloudwatch_log_delivery_source", "index": 0, "via": ["resource_arn"]}
	distribution := {"id": "x", "root": ".", "attributes": {}, "referred_by": [delivery]}
	found := without_access_log.deny with input.resources as {
		"aws_cloudfront_distribution": [distribution],
		"aws_cloudwatch_log_delivery_source": [{"id": "y"}],
	}
	found == set()
}
