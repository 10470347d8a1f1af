package policy.acme.disk.blind_test

import data.policy.acme.disk.blind

test_everything_is_denied if {
	resources := {
		"aws_ebs_volume": [{"id": "a", "attributes": {}}],
		"aws_ebs_snapshot_copy": [{"id": "b", "attributes": {"encrypted": false}}],
		"aws_ebs_snapshot": [{"id": "c", "attributes": {}}],
	}
	found := blind.deny with input as {"resources": resources}
	count(found) == 3
}
