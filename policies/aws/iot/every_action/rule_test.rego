package policy.aws.iot.every_action_test

import data.policy.aws.iot.every_action

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := every_action.deny with input.resources.aws_iot_policy as [resource]
}

of(statement) := {"policy": {"Statement": [statement]}}

test_everything if {
	every action in ["*", "iot:*", ["iot:Connect", "IoT:*"]] {
		paths(of({"Effect": "Allow", "Action": action, "Resource": "*"})) == {["policy", "Statement", 0, "Action"]}
		paths(of({"Effect": "Allow", "Action": action, "Resource": ["*"]})) == {["policy", "Statement", 0, "Action"]}
	}
}

test_less if {
	paths(of({"Effect": "Deny", "Action": "iot:*", "Resource": "*"})) == set()
	paths(of({"Effect": "Allow", "Action": "iot:Connect", "Resource": "*"})) == set()
	paths(of({"Effect": "Allow", "Action": "iot:*", "Resource": "arn:aws:iot:eu-west-1:1:topic/a"})) == set()
	paths(of({"Effect": "Allow", "Action": "iot:*", "Resource": "*", "Condition": {"Bool": {"iot:Connection.Thing.IsAttached": "true"}}})) == set()
}
