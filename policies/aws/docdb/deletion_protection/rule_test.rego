package policy.aws.docdb.deletion_protection_test

import data.policy.aws.docdb.deletion_protection

findings(attributes) := found if {
	found := deletion_protection.deny with input.resources as {"aws_docdb_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"deletion_protection": false}) == {{
		"resource": "a",
		"path": ["deletion_protection"],
		"message": "`deletion_protection` is `false`",
	}}
	count(findings({"deletion_protection": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["deletion_protection"],
		"message": "`deletion_protection` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"deletion_protection": true}) == set()
	findings({"deletion_protection": "true"}) == set()
}
