package policy.aws.s3.access_point_open_test

import data.policy.aws.s3.access_point_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := access_point_open.deny with input.resources.aws_s3_access_point as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

configuration(fields) := {"public_access_block_configuration": [fields]}

test_flags if {
	messages(configuration({"block_public_acls": true, "block_public_policy": false, "restrict_public_buckets": false})) == {"The access point leaves block_public_policy, restrict_public_buckets off"}
	paths(configuration({"block_public_policy": false})) == {["public_access_block_configuration", 0, "block_public_policy"]}
	paths(configuration({"block_public_policy": true})) == set()
	paths(configuration({})) == set()
	paths({}) == set()
}

test_of_many_regions if {
	found := access_point_open.deny with input.resources.aws_s3control_multi_region_access_point as [{
		"id": "x",
		"attributes": {"details": [{"public_access_block": [{"block_public_acls": true, "ignore_public_acls": false}]}]},
	}]
	{finding.path | some finding in found} == {["details", 0, "public_access_block", 0, "ignore_public_acls"]}
}
