package policy.aws.lambda.without_code_signing_test

import data.policy.aws.lambda.without_code_signing

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_code_signing.deny with input.resources.aws_lambda_function as [resource]
}

test_bad if {
	paths({}) == {["code_signing_config_arn"]}
}

test_good if {
	paths({"code_signing_config_arn": "x"}) == set()
	paths({"package_type": "Image"}) == set()
}
