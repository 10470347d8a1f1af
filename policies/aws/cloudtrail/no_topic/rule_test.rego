package policy.aws.cloudtrail.no_topic_test

import data.policy.aws.cloudtrail.no_topic

findings(attributes) := found if {
	found := no_topic.deny with input.resources as {"aws_cloudtrail": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_not_set if {
	findings({}) == {{"resource": "a", "path": ["sns_topic_name"], "message": "`sns_topic_name` is not set"}}
	count(findings({"sns_topic_name": ""})) == 1
}

test_set if {
	findings({"sns_topic_name": "audit"}) == set()
}
