package policy.aws.dlm.event_copies_unencrypted_test

import data.policy.aws.dlm.event_copies_unencrypted

findings(attributes) := found if {
	found := event_copies_unencrypted.deny with input.resources as {"aws_dlm_lifecycle_policy": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"policy_details": [{"action": [{"cross_region_copy": [{"encryption_configuration": [{"encrypted": false}]}]}]}]}) == {{
		"resource": "a",
		"path": ["policy_details", 0, "action", 0, "cross_region_copy", 0, "encryption_configuration", 0, "encrypted"],
		"message": "`encryption_configuration.encrypted` is `false`",
	}}
	count(findings({"policy_details": [{"action": [{"cross_region_copy": [{"encryption_configuration": [{}]}]}]}]})) == 1
}

test_encrypted if {
	findings({"policy_details": [{"action": [{"cross_region_copy": [{"encryption_configuration": [{"encrypted": true}]}]}]}]}) == set()
}

test_no_copies if {
	findings({}) == set()
}
