package policy.aws.opensearch.logs_test

import data.policy.aws.opensearch.logs

findings(kind, attributes) := found if {
	found := logs.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings("aws_opensearch_domain", {"log_publishing_options": []}) == {{
		"resource": "a",
		"path": ["log_publishing_options"],
		"message": "No `log_publishing_options` is enabled",
	}}
	count(findings("aws_opensearch_domain", {})) == 1
	count(findings("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "INDEX_SLOW_LOGS", "enabled": false}]})) == 1
	findings("aws_elasticsearch_domain", {"log_publishing_options": []}) == {{
		"resource": "a",
		"path": ["log_publishing_options"],
		"message": "No `log_publishing_options` is enabled",
	}}
}

test_some if {
	findings("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "INDEX_SLOW_LOGS", "enabled": false}, {"log_type": "SEARCH_SLOW_LOGS"}]}) == set()
}
