package policy.aws.ec2.unencrypted_volume_test

import data.policy.aws.ec2.unencrypted_volume

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unencrypted_volume.deny with input.resources.aws_ebs_volume as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_volumes if {
	messages({}) == {"`encrypted` is not set, and the default is no encryption"}
	paths({"encrypted": false}) == {["encrypted"]}
	paths({"encrypted": true}) == set()
	paths({"snapshot_id": "snap-1"}) == set()
}

test_account_that_encrypts if {
	resources := {
		"aws_ebs_volume": [{"id": "x", "root": ".", "attributes": {}}],
		"aws_ebs_encryption_by_default": [{"id": "y", "root": ".", "attributes": {}, "unknown": []}],
	}
	found := unencrypted_volume.deny with input.resources as resources
	found == set()
}
