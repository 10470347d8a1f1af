package policy.aws.lambda.permission_without_source_test

import data.policy.aws.lambda.permission_without_source

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := permission_without_source.deny with input.resources.aws_lambda_permission as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_services if {
	messages({"principal": "s3.amazonaws.com"}) == {"s3.amazonaws.com may call the function for any account"}
	paths({"principal": "s3.amazonaws.com.cn"}) == {["source_arn"]}
	paths({"principal": "111122223333"}) == set()
	paths({"principal": "s3.amazonaws.com", "source_arn": "arn:aws:s3:::shop"}) == set()
	paths({"principal": "s3.amazonaws.com", "source_account": "111122223333"}) == set()
}
