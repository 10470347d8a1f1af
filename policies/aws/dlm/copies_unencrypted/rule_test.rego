package policy.aws.dlm.copies_unencrypted_test

import data.policy.aws.dlm.copies_unencrypted

findings(attributes) := found if {
	found := copies_unencrypted.deny with input.resources as {"aws_dlm_lifecycle_policy": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"encrypted": false}]}]}]}) == {{
		"resource": "a",
		"path": ["policy_details", 0, "schedule", 0, "cross_region_copy_rule", 0, "encrypted"],
		"message": "`encrypted` is `false`",
	}}
	count(findings({"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"target": "x"}]}]}]})) == 1
}

test_encrypted if {
	findings({"policy_details": [{"schedule": [{"cross_region_copy_rule": [{"encrypted": true}]}]}]}) == set()
}

test_no_copies if {
	findings({}) == set()
}
