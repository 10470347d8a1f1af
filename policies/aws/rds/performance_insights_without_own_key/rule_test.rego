package policy.aws.rds.performance_insights_without_own_key_test

import data.policy.aws.rds.performance_insights_without_own_key

findings(kind, attributes) := found if {
	found := performance_insights_without_own_key.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings("aws_db_instance", {"performance_insights_enabled": true}) == {{
		"resource": "a",
		"path": ["performance_insights_kms_key_id"],
		"message": "`performance_insights_kms_key_id` is not set",
		"needs": [{"resource": "a", "path": ["performance_insights_enabled"]}],
	}}
	count(findings("aws_rds_cluster_instance", {"performance_insights_enabled": "true", "performance_insights_kms_key_id": ""})) == 1
}

test_own if {
	findings("aws_db_instance", {"performance_insights_enabled": true, "performance_insights_kms_key_id": "arn:x"}) == set()
}

test_nothing_recorded if {
	findings("aws_db_instance", {}) == set()
}
