package policy.aws.cognito.guest_access_test

import data.policy.aws.cognito.guest_access

findings(attributes) := found if {
	found := guest_access.deny with input.resources as {"aws_cognito_identity_pool": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_on if {
	findings({"allow_unauthenticated_identities": true}) == {{
		"resource": "a",
		"path": ["allow_unauthenticated_identities"],
		"message": "`allow_unauthenticated_identities` is `true`",
	}}
	count(findings({"allow_unauthenticated_identities": "true"})) == 1
}

test_off_by_default if {
	findings({}) == set()
}

test_switched_off if {
	findings({"allow_unauthenticated_identities": false}) == set()
}
