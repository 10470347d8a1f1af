package policy.aws.emr.public_access_allowed_test

import data.policy.aws.emr.public_access_allowed

findings(attributes) := found if {
	found := public_access_allowed.deny with input.resources as {"aws_emr_block_public_access_configuration": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"block_public_security_group_rules": false}) == {{
		"resource": "a",
		"path": ["block_public_security_group_rules"],
		"message": "`block_public_security_group_rules` is `false`",
	}}
	count(findings({"block_public_security_group_rules": "false"})) == 1
}

test_on_by_default if {
	findings({}) == set()
}

test_switched_on if {
	findings({"block_public_security_group_rules": true}) == set()
}
