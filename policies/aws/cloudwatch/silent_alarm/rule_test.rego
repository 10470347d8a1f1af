package policy.aws.cloudwatch.silent_alarm_test

import data.policy.aws.cloudwatch.silent_alarm

findings(attributes) := found if {
	found := silent_alarm.deny with input.resources as {"aws_cloudwatch_metric_alarm": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"actions_enabled": false}) == {{"resource": "a", "path": ["actions_enabled"], "message": "`actions_enabled` is `false`"}}
	count(findings({"actions_enabled": "false"})) == 1
}

test_on_by_default if {
	findings({}) == set()
}

test_switched_on if {
	findings({"actions_enabled": true}) == set()
}
