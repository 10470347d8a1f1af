package policy.aws.cloudsearch.plain_http_test

import data.policy.aws.cloudsearch.plain_http

findings(attributes) := found if {
	found := plain_http.deny with input.resources as {"aws_cloudsearch_domain": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"endpoint_options": [{"enforce_https": false}]}) == {{
		"resource": "a",
		"path": ["endpoint_options", 0, "enforce_https"],
		"message": "`endpoint_options.enforce_https` is `false`",
	}}
	count(findings({"endpoint_options": [{}]})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["endpoint_options", 0, "enforce_https"],
		"message": "`endpoint_options` is not set",
	}}
}

test_switched_on if {
	findings({"endpoint_options": [{"enforce_https": true}]}) == set()
}
