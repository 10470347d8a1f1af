package policy.aws.opensearch.no_access_control_test

import data.policy.aws.opensearch.no_access_control

findings(kind, attributes) := found if {
	found := no_access_control.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings("aws_opensearch_domain", {"advanced_security_options": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["advanced_security_options", 0, "enabled"],
		"message": "`advanced_security_options.enabled` is `false`",
	}}
	count(findings("aws_opensearch_domain", {})) == 1
	findings("aws_elasticsearch_domain", {"advanced_security_options": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["advanced_security_options", 0, "enabled"],
		"message": "`advanced_security_options.enabled` is `false`",
	}}
}

test_on if {
	findings("aws_opensearch_domain", {"advanced_security_options": [{"enabled": true}]}) == set()
}
