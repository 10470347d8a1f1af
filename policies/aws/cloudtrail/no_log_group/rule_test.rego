package policy.aws.cloudtrail.no_log_group_test

import data.policy.aws.cloudtrail.no_log_group

findings(attributes) := found if {
	found := no_log_group.deny with input.resources as {"aws_cloudtrail": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["cloud_watch_logs_group_arn"],
		"message": "`cloud_watch_logs_group_arn` is not set",
	}}
	count(findings({"cloud_watch_logs_group_arn": ""})) == 1
}

test_set if {
	findings({"cloud_watch_logs_group_arn": "arn:x"}) == set()
}
