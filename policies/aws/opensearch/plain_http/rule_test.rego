package policy.aws.opensearch.plain_http_test

import data.policy.aws.opensearch.plain_http

findings(kind, attributes) := found if {
	found := plain_http.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings("aws_opensearch_domain", {"domain_endpoint_options": [{"enforce_https": false}]}) == {{
		"resource": "a",
		"path": ["domain_endpoint_options", 0, "enforce_https"],
		"message": "`domain_endpoint_options.enforce_https` is `false`",
	}}
	findings("aws_elasticsearch_domain", {"domain_endpoint_options": [{"enforce_https": false}]}) == {{
		"resource": "a",
		"path": ["domain_endpoint_options", 0, "enforce_https"],
		"message": "`domain_endpoint_options.enforce_https` is `false`",
	}}
}

test_not_set if {
	count(findings("aws_opensearch_domain", {})) == 1
}

test_required if {
	findings("aws_opensearch_domain", {"domain_endpoint_options": [{"enforce_https": true}]}) == set()
}

test_required_by_default if {
	findings("aws_opensearch_domain", {"domain_endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]}) == set()
}
