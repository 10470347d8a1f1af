package policy.aws.s3.public_policy_test

import data.policy.aws.s3.public_policy

open := {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"}]}

bucket(attributes, referrers) := {"id": "bucket", "root": ".", "attributes": attributes, "unknown": [], "referred_by": referrers}

block(attributes) := {"id": "block", "root": ".", "attributes": attributes, "references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]}

with_policy := [{"kind": "aws_s3_bucket_policy", "index": 0, "via": ["bucket"]}]

blocked := [{"kind": "aws_s3_bucket_public_access_block", "index": 0, "via": ["bucket"]}]

findings(resources) := found if {
	all := resources
	found := public_policy.deny with input.resources as all
}

places(resources) := {[finding.resource, finding.path] | some finding in findings(resources)}

test_policy_of_the_bucket if {
	places({"aws_s3_bucket": [bucket({"policy": open}, [])]}) == {["bucket", ["policy", "Statement", 0, "Principal"]]}
	places({"aws_s3_bucket": [bucket({}, [])]}) == set()
}

policy := {
	"id": "policy",
	"root": ".",
	"attributes": {"policy": open},
	"unknown": [],
	"references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}],
}

test_policy_of_its_own if {
	found := findings({"aws_s3_bucket": [bucket({}, with_policy)], "aws_s3_bucket_policy": [policy]})
	{[finding.resource, finding.at, finding.path] | some finding in found} == {["bucket", "policy", ["policy", "Statement", 0, "Principal"]]}
}

test_files_of_a_website_are_left_out if {
	every settings in [
		{"aws_s3_bucket": [bucket({"policy": open, "website": [{"index_document": "index.html"}]}, [])]},
		{
			"aws_s3_bucket": [bucket({"website": [{}]}, with_policy)],
			"aws_s3_bucket_policy": [policy],
		},
	] {
		findings(settings) == set()
	}
}

test_restricted if {
	every flag in ["restrict_public_buckets", "block_public_policy"] {
		findings({
			"aws_s3_bucket": [bucket({}, array.concat(with_policy, blocked))],
			"aws_s3_bucket_policy": [policy],
			"aws_s3_bucket_public_access_block": [block({flag: true})],
		}) == set()
		findings({
			"aws_s3_bucket": [bucket({"policy": open}, [])],
			"aws_s3_account_public_access_block": [{"id": "account", "root": ".", "attributes": {flag: true}}],
		}) == set()
	}
	count(findings({
		"aws_s3_bucket": [bucket({}, array.concat(with_policy, blocked))],
		"aws_s3_bucket_policy": [policy],
		"aws_s3_bucket_public_access_block": [block({"block_public_acls": true})],
	})) == 1
}
