package policy.aws.sqs.every_action_test

import data.policy.aws.sqs.every_action

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := every_action.deny with input.resources.aws_sqs_queue_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(change) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "*"}, change)]}}

test_actions if {
	messages(policy({})) == {"The statement allows every action on the queue"}
	paths(policy({"Action": "SQS:*"})) == {["policy", "Statement", 0, "Action"]}
	paths(policy({"Action": ["sqs:SendMessage", "sqs:*"]})) == {["policy", "Statement", 0, "Action", 1]}
	paths(policy({"Action": "sqs:SendMessage"})) == set()
	paths(policy({"Effect": "Deny"})) == set()
	paths(policy({"Action": [null]})) == set()
}
