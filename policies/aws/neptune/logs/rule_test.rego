package policy.aws.neptune.logs_test

import data.policy.aws.neptune.logs

findings(attributes) := found if {
	found := logs.deny with input.resources as {"aws_neptune_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["enable_cloudwatch_logs_exports"],
		"message": "`enable_cloudwatch_logs_exports` is not set",
	}}
	count(findings({"enable_cloudwatch_logs_exports": []})) == 1
}

test_without_audit if {
	findings({"enable_cloudwatch_logs_exports": ["slowquery"]}) == {{
		"resource": "a",
		"path": ["enable_cloudwatch_logs_exports"],
		"needs": [],
		"message": "`enable_cloudwatch_logs_exports` does not have `audit`",
	}}
}

test_set if {
	findings({"enable_cloudwatch_logs_exports": ["audit"]}) == set()
}
