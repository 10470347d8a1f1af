package policy.aws.s3.publicly_writable_acl_test

import data.policy.aws.s3.publicly_writable_acl

all_users := "http://acs.amazonaws.com/groups/global/AllUsers"

paths(attributes) := {finding.path | some finding in found} if {
	bucket := {"id": "bucket", "root": ".", "attributes": attributes, "referred_by": []}
	found := publicly_writable_acl.deny with input.resources.aws_s3_bucket as [bucket]
}

test_canned_lists if {
	paths({"acl": "public-read-write"}) == {["acl"]}
	every acl in ["public-read", "authenticated-read", "private"] {
		paths({"acl": acl}) == set()
	}
}

test_grants if {
	every permission in ["WRITE", "WRITE_ACP", "FULL_CONTROL"] {
		paths({"grant": [{"uri": all_users, "permissions": ["READ", permission]}]}) == {["grant", 0, "uri"]}
	}
	paths({"grant": [{"uri": all_users, "permissions": ["READ", "READ_ACP"]}, {"id": "x", "permissions": ["WRITE"]}]}) == set()
}

test_list_of_its_own if {
	found := publicly_writable_acl.deny with input.resources.aws_s3_bucket_acl as [acl("WRITE"), acl("READ")]
	{finding.path | some finding in found} == {["access_control_policy", 0, "grant", 0, "grantee", 0, "uri"]}
	{finding.at | some finding in found} == {"WRITE"}
}

acl(permission) := {
	"id": permission,
	"root": ".",
	"attributes": {"access_control_policy": [{"grant": [{"permission": permission, "grantee": [{"uri": all_users}]}]}]},
	"references": [],
}
