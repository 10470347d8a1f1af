package policy.aws.rds.mysql_audit_log_test

import data.policy.aws.rds.mysql_audit_log

findings(attributes) := found if {
	found := mysql_audit_log.deny with input.resources as {"aws_rds_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"engine": "aurora-mysql", "enabled_cloudwatch_logs_exports": ["error"]}) == {{
		"resource": "a",
		"path": ["enabled_cloudwatch_logs_exports"],
		"message": "`enabled_cloudwatch_logs_exports` does not hold `audit`",
		"needs": [{"resource": "a", "path": ["engine"]}],
	}}
	count(findings({})) == 1
}

test_audited if {
	findings({"engine": "aurora-mysql", "enabled_cloudwatch_logs_exports": ["error", "audit"]}) == set()
}

test_other_engine if {
	findings({"engine": "aurora-postgresql"}) == set()
}
