package policy.aws.sns.plain_http_test

import data.policy.aws.sns.plain_http as rule

refusing := {"Statement": [{
	"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Condition": {"Bool": {"aws:SecureTransport": "false"}},
}]}

topic(attributes) := {
	"id": "t", "root": ".", "unknown": [], "references": [], "referred_by": [], "attributes": attributes,
}

paths(attributes) := {violation.path | some violation in violations} if {
	all := {"aws_sns_topic": [topic(attributes)]}
	violations := rule.deny with input.resources as all
}

test_of_the_topic if {
	paths({}) == {[]}
	paths({"policy": {"Statement": []}}) == {["policy"]}
	paths({"policy": refusing}) == set()
	paths({"kms_master_key_id": ""}) == {[]}
	paths({"kms_master_key_id": "alias/orders"}) == set()
	paths({"kms_master_key_id": "alias/orders", "policy": {"Statement": []}}) == set()
}

beside(written) := {[violation.resource, violation.at, violation.path] | some violation in violations} if {
	from := object.union(topic({"policy": {"Statement": []}}), {"referred_by": [
		{"kind": "aws_sns_topic_policy", "index": 0, "id": "p", "via": ["arn"]},
	]})
	policy := {"id": "p", "root": ".", "unknown": [], "references": [], "attributes": {"policy": written}}
	all := {"aws_sns_topic": [from], "aws_sns_topic_policy": [policy]}
	violations := rule.deny with input.resources as all
}

test_policy_beside_the_topic if {
	beside({"Version": "2012-10-17", "Statement": []}) == {["t", "p", ["policy"]]}
	beside(refusing) == set()
}

test_policy_of_unknown_topic if {
	policy := {"id": "p", "root": ".", "unknown": [["arn"]], "references": [], "attributes": {"policy": refusing}}
	all := {"aws_sns_topic": [topic({})], "aws_sns_topic_policy": [policy]}
	violations := rule.deny with input.resources as all
	{need | some violation in violations; some need in violation.needs} == {
		{"resource": "t", "path": ["policy"]},
		{"resource": "t", "path": ["kms_master_key_id"]},
		{"resource": "p", "path": ["arn"]},
	}
}
