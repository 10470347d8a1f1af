package policy.aws.workspaces.root_volume_unencrypted_test

import data.policy.aws.workspaces.root_volume_unencrypted

findings(attributes) := found if {
	found := root_volume_unencrypted.deny with input.resources as {"aws_workspaces_workspace": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"root_volume_encryption_enabled": false}) == {{
		"resource": "a",
		"path": ["root_volume_encryption_enabled"],
		"message": "`root_volume_encryption_enabled` is `false`",
	}}
	count(findings({"root_volume_encryption_enabled": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["root_volume_encryption_enabled"],
		"message": "`root_volume_encryption_enabled` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"root_volume_encryption_enabled": true}) == set()
	findings({"root_volume_encryption_enabled": "true"}) == set()
}
