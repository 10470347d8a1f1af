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
	delivery := {"kind": "aws_cloudwatch_log_delivery", "index": 0, "via": ["delivery_source_name"]}
	delivered([delivery], [named(".", "others")]) == set()
	delivered([], [named(".", "logs")]) == set()
	every deliveries in [[named("b", "logs")], [named(".", "others")], []] {
		delivered([], deliveries) == {{
			"resource": "x",
			"path": ["logging_config", 0, "bucket"],
			"needs": [{"resource": "y", "path": ["name"]}],
			"message": "Neither `logging_config` nor a log delivery is set",
			"missing": "aws_cloudwatch_log_delivery",
		}}
	}
}

# A delivery of the source of that name.
named(root, name) := {"id": "z", "root": root, "attributes": {"delivery_source_name": name}, "unknown": [], "references": []}

# What is found of a distribution with a source that `referred_by` refer to, beside `deliveries`.
delivered(referred_by, deliveries) := found if {
	source := {"kind": "aws_cloudwatch_log_delivery_source", "index": 0, "via": ["resource_arn"]}
	found := without_access_log.deny with input.resources as {
		"aws_cloudfront_distribution": [{"id": "x", "root": ".", "attributes": {}, "referred_by": [source]}],
		"aws_cloudwatch_log_delivery": deliveries,
		"aws_cloudwatch_log_delivery_source": [{
			"id": "y", "root": ".", "attributes": {"name": "logs"},
			"unknown": [], "references": [], "referred_by": referred_by,
		}],
	}
}
