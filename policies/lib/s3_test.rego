package lib.s3_test

import data.lib.s3

block(id, root, attributes, unknown, references) := {
	"id": id,
	"root": root,
	"attributes": attributes,
	"unknown": unknown,
	"references": references,
}

test_doubts_are_unmatched_blocks_and_the_account if {
	blocks := [
		block("matched", "a", {}, [["bucket"]], [{"kind": "aws_s3_bucket", "via": ["bucket"]}]),
		block("found", "a", {}, [["bucket"]], [{"kind": "data.aws_s3_bucket", "via": ["bucket"]}]),
		block("unmatched", "a", {}, [["bucket"]], [{"kind": "aws_kms_key", "via": ["bucket"]}]),
		block("elsewhere", "b", {}, [["bucket"]], []),
	]
	doubts := s3.access_block_doubts({"id": "bucket", "root": "a"}, ["block_public_acls"]) with input.resources as {
		"aws_s3_bucket_public_access_block": blocks,
		"aws_s3_account_public_access_block": [block("account", "a", {}, [], [])],
	}
	doubts == [
		{"resource": "unmatched", "path": ["bucket"]},
		{"resource": "bucket", "path": ["bucket"]},
		{"resource": "account", "path": ["block_public_acls"]},
	]
	s3.access_block_doubts({"id": "bucket", "root": "a"}, []) == [] with input.resources as {}
}

test_account_settings_hold_in_their_root if {
	resources := {"aws_s3_account_public_access_block": [
		block("account", "a", {"block_public_acls": true, "ignore_public_acls": false}, [], []),
	]}
	s3.account_sets("a", "block_public_acls") with input.resources as resources
	not s3.account_sets("a", "ignore_public_acls") with input.resources as resources
	not s3.account_sets("a", "block_public_policy") with input.resources as resources
	not s3.account_sets("b", "block_public_acls") with input.resources as resources
}

test_a_block_has_four_settings if count(s3.access_block_flags) == 4
