package policy.aws.iam.gets_credentials_of_others_test

import data.policy.aws.iam.gets_credentials_of_others

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := gets_credentials_of_others.deny with input.resources.aws_iam_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(statement) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Action": "iam:CreateAccessKey", "Resource": "*"}, statement)]}}

test_statements if {
	messages(policy({})) == {"The statement allows iam:CreateAccessKey on every resource"}
	paths(policy({"Action": ["s3:ListBucket", "rds-db:*"]})) == {["policy", "Statement", 0, "Resource"]}
	every change in [
		{"Effect": "Deny"},
		{"Action": "ecr:GetAuthorizationToken"},
		{"Resource": ["arn:aws:iam::111122223333:user/app"]},
		{"Condition": {"Bool": {"a": "b"}}},
	] {
		paths(policy(change)) == set()
	}
}
