package policy.aws.iam.manages_all_permissions_test

import data.policy.aws.iam.manages_all_permissions

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := manages_all_permissions.deny with input.resources.aws_iam_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(statement) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Action": "kms:PutKeyPolicy", "Resource": "*"}, statement)]}}

test_statements if {
	messages(policy({})) == {"The statement allows kms:PutKeyPolicy on every resource"}
	paths(policy({"Action": ["s3:ListBucket", "iam:*"]})) == {["policy", "Statement", 0, "Resource"]}
	every change in [{"Effect": "Deny"}, {"Action": "s3:GetObject"}, {"Resource": ["arn:aws:kms:*:*:key/1"]}, {"Condition": {"Bool": {"a": "b"}}}] {
		paths(policy(change)) == set()
	}
}
