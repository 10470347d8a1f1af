package policy.aws.msk.logs_test

import data.policy.aws.msk.logs

findings(attributes) := found if {
	found := logs.deny with input.resources as {"aws_msk_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"logging_info": [{"broker_logs": [{"s3": [{"enabled": false}]}]}]}) == {{
		"resource": "a",
		"path": ["logging_info"],
		"message": "No `broker_logs` is enabled",
		"needs": [],
	}}
	count(findings({})) == 1
	count(findings({"logging_info": [{"broker_logs": [{"cloudwatch_logs": [{}]}]}]})) == 1
}

test_some if {
	findings({"logging_info": [{"broker_logs": [{"s3": [{"enabled": false}], "firehose": [{"enabled": true}]}]}]}) == set()
}
