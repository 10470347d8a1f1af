package policy.aws.appsync.cache_unencrypted_transit_test

import data.policy.aws.appsync.cache_unencrypted_transit

findings(attributes) := found if {
	found := cache_unencrypted_transit.deny with input.resources as {"aws_appsync_api_cache": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"transit_encryption_enabled": false}) == {{
		"resource": "a",
		"path": ["transit_encryption_enabled"],
		"message": "`transit_encryption_enabled` is `false`",
	}}
	count(findings({"transit_encryption_enabled": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["transit_encryption_enabled"],
		"message": "`transit_encryption_enabled` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"transit_encryption_enabled": true}) == set()
	findings({"transit_encryption_enabled": "true"}) == set()
}
