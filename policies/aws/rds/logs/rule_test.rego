package policy.aws.rds.logs_test

import data.policy.aws.rds.logs

findings(kind, attributes) := found if {
	found := logs.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_wrong if {
	findings("aws_db_instance", {"enabled_cloudwatch_logs_exports": []}) == {{
		"resource": "a",
		"path": ["enabled_cloudwatch_logs_exports"],
		"message": "`enabled_cloudwatch_logs_exports` is not set",
	}}
	findings("aws_rds_cluster", {"enabled_cloudwatch_logs_exports": []}) == {{
		"resource": "a",
		"path": ["enabled_cloudwatch_logs_exports"],
		"message": "`enabled_cloudwatch_logs_exports` is not set",
	}}
	count(findings("aws_db_instance", {})) == 1
}

test_right if {
	findings("aws_db_instance", {"enabled_cloudwatch_logs_exports": ["postgresql"]}) == set()
}
