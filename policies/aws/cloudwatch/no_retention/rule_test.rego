package policy.aws.cloudwatch.no_retention_test

import data.policy.aws.cloudwatch.no_retention

findings(attributes) := found if {
	found := no_retention.deny with input.resources as {"aws_cloudwatch_log_group": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_for_ever if {
	findings({"retention_in_days": 0}) == {{
		"resource": "a",
		"path": ["retention_in_days"],
		"message": "`retention_in_days` is 0, less than 1",
	}}
	count(findings({})) == 1
}

test_some_days if {
	findings({"retention_in_days": "30"}) == set()
}
