package policy.aws.dms.public_address_test

import data.policy.aws.dms.public_address

findings(attributes) := found if {
	found := public_address.deny with input.resources as {"aws_dms_replication_instance": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_on if {
	findings({"publicly_accessible": true}) == {{
		"resource": "a",
		"path": ["publicly_accessible"],
		"message": "`publicly_accessible` is `true`",
	}}
	count(findings({"publicly_accessible": "true"})) == 1
}

test_off_by_default if {
	findings({}) == set()
}

test_switched_off if {
	findings({"publicly_accessible": false}) == set()
}
