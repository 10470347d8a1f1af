package policy.aws.ses.unencrypted_transit_test

import data.policy.aws.ses.unencrypted_transit

findings(kind, attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_optional if {
	findings("aws_ses_configuration_set", {"delivery_options": [{"tls_policy": "Optional"}]}) == {{
		"resource": "a",
		"path": ["delivery_options", 0, "tls_policy"],
		"message": "`tls_policy` is `Optional`",
	}}
	count(findings("aws_sesv2_configuration_set", {})) == 1
}

test_required if {
	findings("aws_ses_configuration_set", {"delivery_options": [{"tls_policy": "Require"}]}) == set()
	findings("aws_sesv2_configuration_set", {"delivery_options": [{"tls_policy": "REQUIRE"}]}) == set()
}
