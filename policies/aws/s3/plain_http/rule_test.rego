package policy.aws.s3.plain_http_test

import data.policy.aws.s3.plain_http as rule

found(policy) := {violation.path | some violation in violations} if {
	violations := rule.deny with input.resources.aws_s3_bucket as [{
		"id": "b", "root": ".", "unknown": [], "references": [], "referred_by": [],
		"attributes": {"policy": policy},
	}]
}

statement(effect, principal, condition) := {"Statement": [{
	"Effect": effect, "Principal": principal, "Action": "s3:*", "Resource": "*", "Condition": condition,
}]}

test_refused if {
	every condition in [
		{"Bool": {"aws:SecureTransport": "false"}},
		{"Bool": {"aws:SecureTransport": false}},
		{"BoolIfExists": {"AWS:SecureTransport": ["false"]}},
	] {
		found(statement("Deny", "*", condition)) == set()
		found(statement("Deny", {"AWS": ["*"]}, condition)) == set()
	}
}

test_not_refused if {
	found({}) == {[]}
	found(statement("Allow", "*", {"Bool": {"aws:SecureTransport": "false"}})) == {["policy"]}
	found(statement("Deny", "*", {"Bool": {"aws:SecureTransport": "true"}})) == {["policy"]}
	found(statement("Deny", "*", {"Bool": {"aws:MultiFactorAuthPresent": "false"}})) == {["policy"]}
	found(statement("Deny", {"AWS": "arn:aws:iam::1:root"}, {"Bool": {"aws:SecureTransport": "false"}})) == {["policy"]}
}

test_not_refused_elsewhere if {
	violations := rule.deny with input.resources.aws_s3_bucket_policy as [{
		"id": "p", "root": ".", "unknown": [], "references": [], "attributes": {"policy": {"Statement": []}},
	}]
	{violation.resource | some violation in violations} == {"p"}
}

test_policy_beside_the_bucket if {
	via := {"kind": "aws_s3_bucket_policy", "index": 0, "id": "p", "via": ["bucket"]}
	to := {"kind": "aws_s3_bucket", "index": 0, "id": "b", "via": ["bucket"]}
	violations := rule.deny with input.resources as {
		"aws_s3_bucket": [{"id": "b", "root": ".", "unknown": [], "references": [], "referred_by": [via], "attributes": {}}],
		"aws_s3_bucket_policy": [{
			"id": "p", "root": ".", "unknown": [], "references": [to],
			"attributes": {"policy": {"Statement": [], "Version": "2012-10-17"}},
		}],
	}
	{[violation.resource, violation.at] | some violation in violations} == {["b", "p"]}
}
