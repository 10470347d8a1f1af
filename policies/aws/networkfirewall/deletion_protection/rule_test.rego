package policy.aws.networkfirewall.deletion_protection_test

import data.policy.aws.networkfirewall.deletion_protection

findings(attributes) := found if {
	found := deletion_protection.deny with input.resources as {"aws_networkfirewall_firewall": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"delete_protection": false}) == {{"resource": "a", "path": ["delete_protection"], "message": "`delete_protection` is `false`"}}
	count(findings({"delete_protection": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["delete_protection"],
		"message": "`delete_protection` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"delete_protection": true}) == set()
	findings({"delete_protection": "true"}) == set()
}
