package policy.aws.opensearch.unencrypted_test

import data.policy.aws.opensearch.unencrypted

findings(kind, attributes) := found if {
	found := unencrypted.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings("aws_opensearch_domain", {"encrypt_at_rest": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["encrypt_at_rest", 0, "enabled"],
		"message": "`encrypt_at_rest.enabled` is `false`",
	}}
	findings("aws_elasticsearch_domain", {"encrypt_at_rest": [{"enabled": false}]}) == {{
		"resource": "a",
		"path": ["encrypt_at_rest", 0, "enabled"],
		"message": "`encrypt_at_rest.enabled` is `false`",
	}}
}

test_not_set if {
	count(findings("aws_opensearch_domain", {})) == 1
}

test_encrypted if {
	findings("aws_opensearch_domain", {"encrypt_at_rest": [{"enabled": true}]}) == set()
}
