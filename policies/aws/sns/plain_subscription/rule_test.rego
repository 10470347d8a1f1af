package policy.aws.sns.plain_subscription_test

import data.policy.aws.sns.plain_subscription

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := plain_subscription.deny with input.resources.aws_sns_topic_subscription as [resource]
}

test_protocol if {
	paths({"protocol": "http"}) == {["protocol"]}
	paths({"protocol": "https"}) == set()
	paths({"protocol": "sqs"}) == set()
}
