package policy.aws.mwaa.no_scheduler_logs_test

import data.policy.aws.mwaa.no_scheduler_logs

findings(attributes) := found if {
	found := no_scheduler_logs.deny with input.resources as {"aws_mwaa_environment": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({}) == {{
		"resource": "a",
		"path": ["logging_configuration", 0, "scheduler_logs", 0, "enabled"],
		"message": "`scheduler_logs` is not set",
	}}
	count(findings({"logging_configuration": [{"scheduler_logs": [{"enabled": false}]}]})) == 1
}

test_on if {
	findings({"logging_configuration": [{"scheduler_logs": [{"enabled": true}]}]}) == set()
}
