package policy.aws.iam.changes_every_resource_test

import data.policy.aws.iam.changes_every_resource

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := changes_every_resource.deny with input.resources.aws_iam_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

policy(statement) := {"policy": {"Statement": [object.union({"Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}, statement)]}}

test_changes if {
	messages(policy({})) == {"The statement allows s3:PutObject on every resource"}
	every action in ["s3:*", "ec2:TerminateInstances", "*", "iam:PassRole", "lambda:Update*"] {
		paths(policy({"Action": action})) == {["policy", "Statement", 0, "Resource"]}
	}
}

test_others if {
	every action in ["xray:PutTraceSegments", "cloudwatch:PutMetricData", "ec2:DescribeInstances", "kms:CreateKey", "s3:ListAllMyBuckets"] {
		paths(policy({"Action": action})) == set()
	}
	every change in [{"Effect": "Deny"}, {"Resource": ["arn:aws:s3:::x/*"]}, {"Condition": {"StringEquals": {"aws:ResourceTag/a": "b"}}}] {
		paths(policy(change)) == set()
	}
}
