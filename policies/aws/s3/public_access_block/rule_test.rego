package policy.aws.s3.public_access_block_test

import data.policy.aws.s3.public_access_block

complete := {
	"block_public_acls": true,
	"block_public_policy": true,
	"ignore_public_acls": "true",
	"restrict_public_buckets": true,
}

# A bucket, the public access blocks that refer to it, and those of the whole account.
findings(blocks, accounts) := found if {
	bucket := {
		"id": "bucket",
		"root": ".",
		"referred_by": [{"kind": "aws_s3_bucket_public_access_block", "index": i, "via": ["bucket"]} |
			some i, candidate in blocks
			not candidate.elsewhere
		],
	}
	found := public_access_block.deny with input.resources as {
		"aws_s3_bucket": [bucket],
		"aws_s3_bucket_public_access_block": blocks,
		"aws_s3_account_public_access_block": accounts,
	}
}

block(attributes, unknown) := {
	"id": "block",
	"root": ".",
	"attributes": attributes,
	"unknown": unknown,
	"references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}],
}

test_no_block if {
	findings([], []) == {{
		"resource": "bucket",
		"path": [],
		"needs": [{"resource": "bucket", "path": ["website", 0]}],
		"message": "No `aws_s3_bucket_public_access_block` is set on the bucket",
		"missing": "aws_s3_bucket_public_access_block",
	}}
}

test_a_complete_block if findings([block(complete, [])], []) == set()

test_a_block_that_is_off_in_part if {
	every change in [{"ignore_public_acls": false}, {"ignore_public_acls": null}] {
		findings([block(object.union(complete, change), [])], []) == {{
			"resource": "bucket",
			"at": "block",
			"path": ["ignore_public_acls"],
			"needs": [{"resource": "bucket", "path": ["website", 0]}],
			"message": "The bucket's public access block leaves ignore_public_acls off",
		}}
	}
}

test_what_is_written_is_blamed_before_what_is_missing if {
	some finding in findings([block({"restrict_public_buckets": false}, [["block_public_acls"]])], [])
	finding.path == ["restrict_public_buckets"]
}

test_what_is_missing_is_blamed_before_what_is_unknown if {
	some finding in findings([block({}, [["block_public_acls"]])], [])
	finding.path == ["block_public_policy"]
}

test_an_unknown_setting_is_left_to_the_engine if {
	partly := object.remove(complete, ["block_public_acls"])
	some finding in findings([block(partly, [["block_public_acls"]])], [])
	finding.at == "block"
	finding.path == ["block_public_acls"]
}

test_a_block_that_matches_no_bucket_may_be_this_ones if {
	elsewhere := {"id": "block", "root": ".", "attributes": {}, "unknown": [["bucket"]], "references": [], "elsewhere": true}
	some finding in findings([elsewhere], [])
	finding.needs == [
		{"resource": "block", "path": ["bucket"]},
		{"resource": "bucket", "path": ["bucket"]},
		{"resource": "bucket", "path": ["website", 0]},
	]
}

test_the_account_protects_its_buckets if {
	account := {"id": "account", "root": ".", "attributes": complete}
	findings([], [account]) == set()
	findings([block({}, [])], [account]) == set()
	partly := {"id": "account", "root": ".", "attributes": object.remove(complete, ["block_public_acls"])}
	some finding in findings([], [partly])
	count(finding.needs) == 5
}

test_a_block_for_a_bucket_made_elsewhere if {
	own := object.union(block(object.union(complete, {"block_public_acls": false}), []), {"references": [], "elsewhere": true})
	found := public_access_block.deny with input.resources as {"aws_s3_bucket_public_access_block": [own]}
	{[finding.resource, finding.path, finding.message] | some finding in found} == {["block", ["block_public_acls"], "The public access block leaves block_public_acls off"]}
	sound := public_access_block.deny with input.resources as {"aws_s3_bucket_public_access_block": [object.union(block(complete, []), {"references": []})]}
	sound == set()
}
