package policy.aws.cloudtrail.switched_off_test

import data.policy.aws.cloudtrail.switched_off

findings(attributes) := found if {
	found := switched_off.deny with input.resources as {"aws_cloudtrail": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"enable_logging": false}) == {{"resource": "a", "path": ["enable_logging"], "message": "`enable_logging` is `false`"}}
	count(findings({"enable_logging": "false"})) == 1
}

test_on_by_default if {
	findings({}) == set()
}

test_switched_on if {
	findings({"enable_logging": true}) == set()
}
