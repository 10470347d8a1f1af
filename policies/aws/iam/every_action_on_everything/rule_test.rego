package policy.aws.iam.every_action_on_everything_test

import data.policy.aws.iam.every_action_on_everything

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := every_action_on_everything.deny with input.resources.aws_iam_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(statement) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Action": "*", "Resource": "*"}, statement)]}}

test_everything if {
	messages(policy({})) == {"The statement allows every action on every resource"}
	paths(policy({"Action": ["s3:*", "*:*"]})) == {["policy", "Statement", 0, "Action", 1]}
}

test_less if {
	every change in [{"Effect": "Deny"}, {"Action": "s3:*"}, {"Resource": "arn:aws:s3:::x"}, {"Condition": {"Bool": {"a": "b"}}}] {
		paths(policy(change)) == set()
	}
}
