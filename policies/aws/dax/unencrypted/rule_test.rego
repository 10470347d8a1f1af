package policy.aws.dax.unencrypted_test

import data.policy.aws.dax.unencrypted

findings(attributes) := found if {
	found := unencrypted.deny with input.resources as {"aws_dax_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"server_side_encryption": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "enabled"],
		"message": "`server_side_encryption.enabled` is `false`",
	}}
	count(findings({"server_side_encryption": [{}]})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["server_side_encryption", 0, "enabled"],
		"message": "`server_side_encryption` is not set",
	}}
}

test_switched_on if {
	findings({"server_side_encryption": [{"enabled": true}]}) == set()
}
