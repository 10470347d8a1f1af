package policy.aws.docdb.logs_test

import data.policy.aws.docdb.logs

findings(attributes) := found if {
	found := logs.deny with input.resources as {"aws_docdb_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({}) == {{
		"resource": "a",
		"path": ["enabled_cloudwatch_logs_exports"],
		"message": "`enabled_cloudwatch_logs_exports` has neither `audit` nor `profiler`",
		"needs": [],
	}}
	count(findings({"enabled_cloudwatch_logs_exports": []})) == 1
	count(findings({"enabled_cloudwatch_logs_exports": ["slow"]})) == 1
}

test_some if {
	findings({"enabled_cloudwatch_logs_exports": "audit"}) == set()
	findings({"enabled_cloudwatch_logs_exports": ["profiler"]}) == set()
}
