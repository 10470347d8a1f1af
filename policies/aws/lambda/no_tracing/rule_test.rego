package policy.aws.lambda.no_tracing_test

import data.policy.aws.lambda.no_tracing

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_tracing.deny with input.resources.aws_lambda_function as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_modes if {
	messages({}) == {"`mode` is not set"}
	paths({}) == {["tracing_config", 0, "mode"]}
	paths({"tracing_config": [{"mode": "Active"}]}) == set()
	paths({"tracing_config": [{"mode": "PassThrough"}]}) == set()
}
