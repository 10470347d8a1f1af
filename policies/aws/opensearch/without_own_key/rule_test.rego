package policy.aws.opensearch.without_own_key_test

import data.policy.aws.opensearch.without_own_key

findings(kind, attributes) := found if {
	found := without_own_key.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings("aws_opensearch_domain", {"encrypt_at_rest": [{"enabled": true}]}) == {{
		"resource": "a",
		"path": ["encrypt_at_rest", 0, "kms_key_id"],
		"message": "`kms_key_id` is not set",
	}}
	count(findings("aws_opensearch_domain", {})) == 1
	findings("aws_elasticsearch_domain", {"encrypt_at_rest": [{"enabled": true}]}) == {{
		"resource": "a",
		"path": ["encrypt_at_rest", 0, "kms_key_id"],
		"message": "`kms_key_id` is not set",
	}}
}

test_of_aws if {
	count(findings("aws_opensearch_domain", {"encrypt_at_rest": [{"kms_key_id": "alias/aws/es"}]})) == 1
}

test_own if {
	findings("aws_opensearch_domain", {"encrypt_at_rest": [{"kms_key_id": "alias/search"}]}) == set()
}
