package policy.aws.iam.reads_all_data_test

import data.policy.aws.iam.reads_all_data

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := reads_all_data.deny with input.resources.aws_iam_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(statement) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}, statement)]}}

test_statements if {
	messages(policy({})) == {"The statement allows s3:GetObject on every resource"}
	paths(policy({"Action": ["s3:ListBucket", "ssm:Get*"]})) == {["policy", "Statement", 0, "Resource"]}
	every change in [{"Effect": "Deny"}, {"Action": "s3:PutObject"}, {"Resource": ["arn:aws:s3:::x/*"]}, {"Condition": {"Bool": {"a": "b"}}}] {
		paths(policy(change)) == set()
	}
}
