package policy.aws.cloudsearch.weak_tls_test

import data.policy.aws.cloudsearch.weak_tls

findings(attributes) := found if {
	found := weak_tls.deny with input.resources as {"aws_cloudsearch_domain": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_old if {
	findings({"endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-0-2019-07"}]}) == {{
		"resource": "a",
		"path": ["endpoint_options", 0, "tls_security_policy"],
		"message": "`tls_security_policy` is `Policy-Min-TLS-1-0-2019-07`",
	}}
}

test_old_by_default if {
	count(findings({})) == 1
}

test_modern if {
	findings({"endpoint_options": [{"tls_security_policy": "Policy-Min-TLS-1-2-2019-07"}]}) == set()
}
