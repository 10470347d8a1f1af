package policy.aws.neptune.iam_authentication_test

import data.policy.aws.neptune.iam_authentication

findings(attributes) := found if {
	found := iam_authentication.deny with input.resources as {"aws_neptune_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"iam_database_authentication_enabled": false}) == {{
		"resource": "a",
		"path": ["iam_database_authentication_enabled"],
		"message": "`iam_database_authentication_enabled` is `false`",
	}}
	count(findings({"iam_database_authentication_enabled": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["iam_database_authentication_enabled"],
		"message": "`iam_database_authentication_enabled` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"iam_database_authentication_enabled": true}) == set()
	findings({"iam_database_authentication_enabled": "true"}) == set()
}
