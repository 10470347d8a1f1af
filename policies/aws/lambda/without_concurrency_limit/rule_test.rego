package policy.aws.lambda.without_concurrency_limit_test

import data.policy.aws.lambda.without_concurrency_limit

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_concurrency_limit.deny with input.resources.aws_lambda_function as [resource]
}

test_bad if {
	paths({}) == {["reserved_concurrent_executions"]}
	paths({"reserved_concurrent_executions": -1}) == {["reserved_concurrent_executions"]}
}

test_good if {
	paths({"reserved_concurrent_executions": 10}) == set()
	paths({"reserved_concurrent_executions": 0}) == set()
}
