package policy.aws.s3.public_acls_obeyed_test

import data.policy.aws.s3.public_acls_obeyed

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public_acls_obeyed.deny with input.resources.aws_s3_bucket_public_access_block as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_switch if {
	messages({}) == {"`ignore_public_acls` is not set, and the default is `false`"}
	paths({"ignore_public_acls": false}) == {["ignore_public_acls"]}
	paths({"ignore_public_acls": true}) == set()
}

test_account if {
	found := public_acls_obeyed.deny with input.resources as {
		"aws_s3_bucket_public_access_block": [{"id": "b", "root": ".", "attributes": {}, "references": []}],
		"aws_s3_account_public_access_block": [{"id": "a", "root": ".", "attributes": {"ignore_public_acls": true}}],
	}
	found == set()
}
