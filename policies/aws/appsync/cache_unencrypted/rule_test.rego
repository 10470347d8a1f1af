package policy.aws.appsync.cache_unencrypted_test

import data.policy.aws.appsync.cache_unencrypted

findings(attributes) := found if {
	found := cache_unencrypted.deny with input.resources as {"aws_appsync_api_cache": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"at_rest_encryption_enabled": false}) == {{
		"resource": "a",
		"path": ["at_rest_encryption_enabled"],
		"message": "`at_rest_encryption_enabled` is `false`",
	}}
	count(findings({"at_rest_encryption_enabled": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["at_rest_encryption_enabled"],
		"message": "`at_rest_encryption_enabled` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"at_rest_encryption_enabled": true}) == set()
	findings({"at_rest_encryption_enabled": "true"}) == set()
}
