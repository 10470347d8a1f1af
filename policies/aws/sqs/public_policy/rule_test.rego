package policy.aws.sqs.public_policy_test

import data.policy.aws.sqs.public_policy

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := public_policy.deny with input.resources.aws_sqs_queue_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

open := {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}

policy(change) := {"policy": {"Statement": [object.union(open, change)]}}

test_open if {
	messages(policy({})) == {"The statement lets anybody use the queue"}
	paths(policy({})) == {["policy", "Statement", 0, "Principal"]}
}

test_narrow if {
	paths({}) == set()
	every change in [
		{"Effect": "Deny"},
		{"Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
		{"Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}},
	] {
		paths(policy(change)) == set()
	}
}
