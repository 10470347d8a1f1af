package lib.s3_acl_test

import data.lib.s3_acl

all_users := "http://acs.amazonaws.com/groups/global/AllUsers"

authenticated := "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"

# What is found in a bucket's own list, and in one of its own for a bucket made elsewhere.
own(attributes) := [[opening.path, opening.writes] | some opening in found] if {
	found := s3_acl.openings with input.resources.aws_s3_bucket as [{"id": "b", "root": ".", "attributes": attributes, "referred_by": []}]
}

elsewhere(attributes) := found if {
	found := s3_acl.openings with input.resources.aws_s3_bucket_acl as [{"id": "a", "root": ".", "attributes": attributes, "references": []}]
}

test_own_list if {
	own({"acl": "public-read"}) == [[["acl"], false]]
	own({"acl": "public-read-write"}) == [[["acl"], true]]
	own({"acl": "private"}) == []
	own({"grant": [{"uri": all_users, "permissions": ["READ"]}, {"uri": authenticated, "permissions": ["WRITE_ACP"]}]}) == [
		[["grant", 0, "uri"], false],
		[["grant", 1, "uri"], true],
	]
}

test_list_for_a_bucket_made_elsewhere if {
	some opening in elsewhere({"access_control_policy": [{"grant": [{"permission": "FULL_CONTROL", "grantee": [{"uri": authenticated}]}]}]})
	opening.at == "a"
	opening.writes
	opening.message == "A grant names AuthenticatedUsers, which is every AWS account in the world"
	elsewhere({"access_control_policy": [{"grant": [{"permission": "FULL_CONTROL", "grantee": [{"id": "x"}]}]}]}) == []
}

split(bucket_settings) := found if {
	acl := {"id": "a", "root": ".", "attributes": {"acl": "authenticated-read"}, "references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]}
	refers := [{"kind": kind, "index": 0, "via": ["bucket"]} | some kind, _ in object.union({"aws_s3_bucket_acl": []}, bucket_settings)]
	found := s3_acl.openings with input.resources as object.union(
		{"aws_s3_bucket": [{"id": "b", "root": ".", "attributes": {}, "referred_by": refers}], "aws_s3_bucket_acl": [acl]},
		bucket_settings,
	)
}

test_list_beside_the_bucket if {
	some opening in split({})
	[opening.resource, opening.at, opening.writes] == ["b", "a", false]
	setting := {"id": "s", "root": ".", "references": [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]}
	of := {"aws_s3_bucket_public_access_block": [object.union(setting, {"attributes": {"ignore_public_acls": true}})]}
	split(of) == []
	split({"aws_s3_bucket_ownership_controls": [object.union(setting, {"attributes": {"rule": [{"object_ownership": "BucketOwnerEnforced"}]}})]}) == []
	some doubted in split({"aws_s3_bucket_ownership_controls": [object.union(setting, {"attributes": {"rule": [{"object_ownership": "ObjectWriter"}]}})]})
	{"resource": "s", "path": ["rule", 0, "object_ownership"]} in doubted.needs
	split({"aws_s3_account_public_access_block": [{"id": "s", "root": ".", "attributes": {"ignore_public_acls": true}}]}) == []
}
