package policy.aws.opensearch.audit_logs_test

import data.policy.aws.opensearch.audit_logs

findings(kind, attributes) := found if {
	found := audit_logs.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "INDEX_SLOW_LOGS"}]}) == {{
		"resource": "a",
		"path": ["log_publishing_options"],
		"message": "No `log_publishing_options` with the type `AUDIT_LOGS` is enabled",
		"needs": [],
	}}
	count(findings("aws_opensearch_domain", {})) == 1
	count(findings("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "AUDIT_LOGS", "enabled": false}]})) == 1
	findings("aws_elasticsearch_domain", {"log_publishing_options": [{"log_type": "INDEX_SLOW_LOGS"}]}) == {{
		"resource": "a",
		"path": ["log_publishing_options"],
		"message": "No `log_publishing_options` with the type `AUDIT_LOGS` is enabled",
		"needs": [],
	}}
}

test_audited if {
	findings("aws_opensearch_domain", {"log_publishing_options": [{"log_type": "AUDIT_LOGS"}]}) == set()
}
