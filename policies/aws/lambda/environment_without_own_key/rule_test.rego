package policy.aws.lambda.environment_without_own_key_test

import data.policy.aws.lambda.environment_without_own_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := environment_without_own_key.deny with input.resources.aws_lambda_function as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

environment := {"environment": [{"variables": {"STAGE": "test"}}]}

test_keys if {
	messages(environment) == {"`kms_key_arn` is not set"}
	paths(environment) == {["kms_key_arn"]}
	paths(object.union(environment, {"kms_key_arn": "arn:aws:kms:eu-west-1:111122223333:key/1"})) == set()
	paths({}) == set()
}
