package policy.aws.lambda.unsupported_runtime_test

import data.policy.aws.lambda.unsupported_runtime

messages(attributes) := {denied.message | some denied in found} if {
	found := unsupported_runtime.deny with input.resources.aws_lambda_function as [{"id": "f", "attributes": attributes}]
}

test_runtime_without_support if {
	messages({"runtime": "python3.7"}) == {"`python3.7` has had no support since 2023-12-04"}
	found := unsupported_runtime.deny with input.resources.aws_lambda_function as [{"id": "f", "attributes": {"runtime": "go1.x"}}]
	{[denied.resource, denied.path] | some denied in found} == {["f", ["runtime"]]}
}

test_others_pass if {
	messages({"runtime": "python3.13"}) == set()
	messages({"package_type": "Image"}) == set()
}
