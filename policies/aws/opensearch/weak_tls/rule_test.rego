package policy.aws.opensearch.weak_tls_test

import data.policy.aws.opensearch.weak_tls

findings(kind, attributes) := found if {
	found := weak_tls.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_old if {
	findings("aws_opensearch_domain", {"domain_endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-0-2019-07"}]}) == {{
		"resource": "a",
		"path": ["domain_endpoint_options", 0, "tls_security_policy"],
		"message": "`tls_security_policy` is `Policy-Min-TLS-1-0-2019-07`",
	}}
	findings("aws_elasticsearch_domain", {"domain_endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-0-2019-07"}]}) == {{
		"resource": "a",
		"path": ["domain_endpoint_options", 0, "tls_security_policy"],
		"message": "`tls_security_policy` is `Policy-Min-TLS-1-0-2019-07`",
	}}
}

test_old_by_default if {
	findings("aws_opensearch_domain", {}) == {{
		"resource": "a",
		"path": ["domain_endpoint_options", 0, "tls_security_policy"],
		"message": "`tls_security_policy` is not set, and the default is `Policy-Min-TLS-1-0-2019-07`",
	}}
}

test_modern if {
	findings("aws_opensearch_domain", {"domain_endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]}) == set()
	findings("aws_opensearch_domain", {"domain_endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-2-PFS-2023-10"}]}) == set()
}
