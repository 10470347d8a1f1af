package policy.aws.s3.public_acl_test

import data.policy.aws.s3.public_acl

all_users := "http://acs.amazonaws.com/groups/global/AllUsers"

authenticated := "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"

# A bucket and the resources that refer to it, by kind.
findings(attributes, settings) := found if {
	bucket := {
		"id": "bucket",
		"root": ".",
		"attributes": attributes,
		"referred_by": [{"kind": kind, "index": i, "via": ["bucket"]} |
			some kind, list in settings
			some i, _ in list
		],
	}
	found := public_acl.deny with input.resources as object.union({"aws_s3_bucket": [bucket]}, settings)
}

places(attributes, settings) := {[object.get(finding, "at", ""), finding.path] |
	some finding in findings(attributes, settings)
}

setting(kind, attributes) := {kind: [{
	"id": kind,
	"root": ".",
	"attributes": attributes,
	"unknown": [],
	"references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}],
}]}

test_canned_acl_of_the_bucket if {
	findings({"acl": "public-read"}, {}) == {{
		"resource": "bucket",
		"at": "bucket",
		"path": ["acl"],
		"needs": [],
		"message": "The canned ACL `public-read` lets anyone on the internet list the bucket",
	}}
	places({"acl": "public-read-write"}, {}) == {["bucket", ["acl"]]}
	places({"acl": "authenticated-read"}, {}) == {["bucket", ["acl"]]}
	every acl in ["private", "log-delivery-write", "bucket-owner-full-control", "aws-exec-read"] {
		places({"acl": acl}, {}) == set()
	}
	places({}, {}) == set()
}

test_grants_of_the_bucket if {
	grants := [{"id": "1234"}, {"uri": all_users}, {"uri": "http://acs.amazonaws.com/groups/s3/LogDelivery"}]
	places({"grant": grants}, {}) == {["bucket", ["grant", 1, "uri"]]}
}

test_acl_of_its_own if {
	places({}, setting("aws_s3_bucket_acl", {"acl": "public-read"})) == {["aws_s3_bucket_acl", ["acl"]]}
	places({}, setting("aws_s3_bucket_acl", {"acl": "private"})) == set()
	places({}, setting("aws_s3_bucket_acl", {})) == set()
}

test_grants_of_its_own if {
	policy := {"access_control_policy": [{"grant": [
		{"grantee": [{"type": "CanonicalUser", "id": "1234"}]},
		{"grantee": [{"type": "Group", "uri": authenticated}]},
	]}]}
	path := ["access_control_policy", 0, "grant", 1, "grantee", 0, "uri"]
	places({}, setting("aws_s3_bucket_acl", policy)) == {["aws_s3_bucket_acl", path]}
}

test_acl_for_a_bucket_made_elsewhere if {
	acl := {"id": "acl", "root": ".", "attributes": {"acl": "public-read"}, "references": []}
	found := public_acl.deny with input.resources as {"aws_s3_bucket_acl": [acl]}
	{finding.resource | some finding in found} == {"acl"}
	account := {"id": "account", "root": ".", "attributes": {"ignore_public_acls": true}}
	ignored := public_acl.deny with input.resources as {
		"aws_s3_bucket_acl": [acl],
		"aws_s3_account_public_access_block": [account],
	}
	ignored == set()
}

test_ignored_acls if {
	every settings in [
		setting("aws_s3_bucket_public_access_block", {"ignore_public_acls": true}),
		setting("aws_s3_bucket_ownership_controls", {"rule": [{"object_ownership": "BucketOwnerEnforced"}]}),
		setting("aws_s3_account_public_access_block", {"ignore_public_acls": true}),
	] {
		findings({"acl": "public-read"}, settings) == set()
	}
	every settings in [
		setting("aws_s3_bucket_public_access_block", {"block_public_acls": true}),
		setting("aws_s3_bucket_ownership_controls", {"rule": [{"object_ownership": "ObjectWriter"}]}),
	] {
		count(findings({"acl": "public-read"}, settings)) == 1
	}
}

test_needs_the_settings_that_could_ignore_it if {
	settings := object.union(
		setting("aws_s3_bucket_public_access_block", {}),
		setting("aws_s3_bucket_ownership_controls", {}),
	)
	some finding in findings({"acl": "public-read"}, settings)
	{need | some need in finding.needs} == {
		{"resource": "aws_s3_bucket_public_access_block", "path": ["ignore_public_acls"]},
		{"resource": "aws_s3_bucket_ownership_controls", "path": ["rule", 0, "object_ownership"]},
	}
}
