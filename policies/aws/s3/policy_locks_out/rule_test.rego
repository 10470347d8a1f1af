package policy.aws.s3.policy_locks_out_test

import data.policy.aws.s3.policy_locks_out

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := policy_locks_out.deny with input.resources.aws_s3_bucket_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(change) := {"policy": {"Statement": [object.union({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}, change)]}}

test_refusals if {
	messages(policy({})) == {"The statement refuses every action to everybody"}
	paths(policy({"Principal": {"AWS": "*"}, "Action": ["s3:GetObject", "*"]})) == {["policy", "Statement", 0, "Effect"]}
	every change in [
		{"Effect": "Allow"},
		{"Principal": {"AWS": "111122223333"}},
		{"Action": "s3:DeleteObject"},
		{"Action": [null]},
		{"Condition": {"Bool": {"aws:SecureTransport": "false"}}},
	] {
		paths(policy(change)) == set()
	}
}
