package policy.aws.athena.database_unencrypted_test

import data.policy.aws.athena.database_unencrypted

findings(attributes) := found if {
	found := database_unencrypted.deny with input.resources as {"aws_athena_database": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({}) == {{
		"resource": "a",
		"path": ["encryption_configuration", 0, "encryption_option"],
		"message": "`encryption_option` is not set",
	}}
}

test_encrypted if {
	findings({"encryption_configuration": [{"encryption_option": "SSE_KMS"}]}) == set()
}
