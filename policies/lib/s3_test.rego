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

test_doubts_by_kind if {
	settings := [
		block("matched", "a", {}, [], [{"kind": "aws_s3_bucket", "via": ["bucket"]}]),
		block("unmatched", "a", {}, [["bucket"]], []),
	]
	doubts := s3.doubts({"id": "bucket", "root": "a"}, "aws_s3_bucket_versioning") with input.resources as {"aws_s3_bucket_versioning": settings}
	doubts == [{"resource": "unmatched", "path": ["bucket"]}, {"resource": "bucket", "path": ["bucket"]}]
}

receives(attributes, referrers, resources) if {
	bucket := {"id": "bucket", "attributes": attributes, "referred_by": referrers}
	s3.receives_logs(bucket) with input.resources as resources
}

referrer(kind, attribute) := [{"kind": kind, "index": 0, "via": [attribute]}]

test_buckets_that_receive_logs if {
	receives({"acl": "log-delivery-write"}, [], {})
	acl := referrer("aws_s3_bucket_acl", "bucket")
	receives({}, acl, {"aws_s3_bucket_acl": [{"attributes": {"acl": "log-delivery-write"}}]})
	grantee := {"uri": "http://acs.amazonaws.com/groups/s3/LogDelivery"}
	receives({}, acl, {"aws_s3_bucket_acl": [{"attributes": {"access_control_policy": [{"grant": [{"grantee": [grantee]}]}]}}]})
	policy := referrer("aws_s3_bucket_policy", "bucket")
	every service in ["logging.s3.amazonaws.com", ["sns.amazonaws.com", "delivery.logs.amazonaws.com"]] {
		statement := {"Effect": "Allow", "Principal": {"Service": service}}
		receives({}, policy, {"aws_s3_bucket_policy": [{"attributes": {"policy": {"Statement": statement}}}]})
	}
	receives({}, referrer("aws_s3_bucket_logging", "target_bucket"), {"aws_s3_bucket_logging": [{}]})
	other := {"attributes": {}, "references": [{"id": "bucket", "via": ["logging", 0, "target_bucket"]}]}
	receives({}, referrer("aws_s3_bucket", "logging"), {"aws_s3_bucket": [other]})
	not receives({"acl": "private"}, [], {})
	not receives({}, acl, {"aws_s3_bucket_acl": [{"attributes": {"acl": "private"}}]})
}

test_what_would_have_to_be_known_of_logs if {
	linked := [{"id": "bucket", "kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]
	resources := {
		"aws_s3_bucket_acl": [block("acl", "a", {}, [["access_control_policy", 0, "grant", 0, "grantee", 0, "uri"], ["expected_bucket_owner"]], linked)],
		"aws_s3_bucket_policy": [block("policy", "a", {}, [["policy", "Statement", 0, "Principal"], ["policy", "Statement", 0, "Resource"]], linked)],
		"aws_s3_bucket_logging": [
			block("own", "a", {}, [["target_bucket"]], linked),
			block("logging", "a", {}, [["target_bucket"], ["target_prefix"]], []),
		],
		"aws_s3_bucket": [block("bucket", "a", {}, [["logging", 0, "target_bucket"]], []), block("old", "a", {}, [["logging", 0, "target_bucket"]], [])],
	}
	referred := [{"kind": kind, "index": 0, "via": ["bucket"]} |
		some kind in ["aws_s3_bucket_acl", "aws_s3_bucket_logging", "aws_s3_bucket_policy"]
	]
	bucket := {"id": "bucket", "root": "a", "attributes": {}, "referred_by": referred}
	found := s3.log_doubts(bucket) with input.resources as resources
	{[doubt.resource, doubt.path] | some doubt in found} == {
		["bucket", ["acl"]],
		["logging", ["target_bucket"]],
		["old", ["logging", 0, "target_bucket"]],
		["acl", ["access_control_policy", 0, "grant", 0, "grantee", 0, "uri"]],
		["policy", ["policy", "Statement", 0, "Principal"]],
	}
}

site(attributes) := {"id": "site", "root": "a", "attributes": attributes}

test_websites if {
	beside := block("bucket", "a", {}, [], [])
	linked := object.union(beside, {"referred_by": [{"kind": "aws_s3_bucket_website_configuration", "index": 0, "via": ["bucket"]}]})
	every row in [
		[{"index_document": [{"suffix": "index.html"}]}, true],
		[{"redirect_all_requests_to": [{"host_name": "shop.example.com"}]}, false],
	] {
		resources := {"aws_s3_bucket_website_configuration": [site(row[0])]}
		s3.is_website(linked) with input.resources as resources
		[1 | s3.serves_website(linked) with input.resources as resources] == [1 | row[1]]
	}
	old := object.union(beside, {"attributes": {"website": [{"redirect_all_requests_to": "https://shop.example.com"}]}, "referred_by": []})
	s3.is_website(old) with input.resources as {}
	not s3.serves_website(old) with input.resources as {}
	plain := object.union(beside, {"referred_by": []})
	not s3.is_website(plain) with input.resources as {}
	s3.website_doubts(plain) == [{"resource": "bucket", "path": ["website", 0]}] with input.resources as {}
}
