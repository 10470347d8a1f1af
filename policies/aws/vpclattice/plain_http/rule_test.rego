package policy.aws.vpclattice.plain_http_test

import data.policy.aws.vpclattice.plain_http as rule

findings(attributes) := found if {
	found := rule.deny with input.resources as {"aws_vpclattice_listener": [{"id": "a", "attributes": attributes}]}
}

test_plain if {
	findings({"protocol": "HTTP"}) == {{
		"resource": "a",
		"path": ["protocol"],
		"message": "The listener's `protocol` is `HTTP`",
	}}
}

test_encrypted if {
	findings({"protocol": "HTTPS"}) == set()
	findings({"protocol": "TLS_PASSTHROUGH"}) == set()
	findings({}) == set()
}
