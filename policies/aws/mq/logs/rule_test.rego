package policy.aws.mq.logs_test

import data.policy.aws.mq.logs

findings(attributes) := found if {
	found := logs.deny with input.resources as {"aws_mq_broker": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"logs": [{"general": false}]}) == {{"resource": "a", "path": ["logs", 0, "general"], "message": "`logs.general` is `false`"}}
	count(findings({"logs": [{}]})) == 1
}

test_not_set if {
	findings({}) == {{"resource": "a", "path": ["logs", 0, "general"], "message": "`logs` is not set"}}
}

test_switched_on if {
	findings({"logs": [{"general": true}]}) == set()
}
