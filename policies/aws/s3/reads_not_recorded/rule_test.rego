package policy.aws.s3.reads_not_recorded_test

import data.policy.aws.s3.reads_not_recorded

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := reads_not_recorded.deny with input.resources.aws_s3_bucket as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_without_trail if {
	messages({"bucket": "shop"}) == {"No trail of the configuration records who reads files"}
	paths({"bucket": "shop"}) == {[]}
}

trail(type) := {"id": "t", "root": ".", "attributes": {"event_selector": [{
	"read_write_type": type,
	"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}],
}]}, "unknown": [], "references": []}

test_with_trail if {
	every type, expected in {"All": 0, "ReadOnly": 0, "WriteOnly": 1} {
		some_trail := trail(type)
		found := reads_not_recorded.deny with input.resources as {
			"aws_s3_bucket": [{"id": "x", "root": ".", "attributes": {"bucket": "shop"}}],
			"aws_cloudtrail": [some_trail],
		}
		count(found) == expected
	}
}
