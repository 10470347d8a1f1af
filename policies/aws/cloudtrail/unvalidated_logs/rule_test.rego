package policy.aws.cloudtrail.unvalidated_logs_test

import data.policy.aws.cloudtrail.unvalidated_logs

findings(attributes) := found if {
	found := unvalidated_logs.deny with input.resources as {"aws_cloudtrail": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"enable_log_file_validation": false}) == {{
		"resource": "a",
		"path": ["enable_log_file_validation"],
		"message": "`enable_log_file_validation` is `false`",
	}}
	count(findings({"enable_log_file_validation": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["enable_log_file_validation"],
		"message": "`enable_log_file_validation` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"enable_log_file_validation": true}) == set()
	findings({"enable_log_file_validation": "true"}) == set()
}
