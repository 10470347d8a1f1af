package policy.aws.lambda.url_for_anyone_test

import data.policy.aws.lambda.url_for_anyone

findings(attributes) := found if {
	found := url_for_anyone.deny with input.resources.aws_lambda_function_url as [{"id": "a", "attributes": attributes, "unknown": []}]
}

test_anybody if {
	findings({"authorization_type": "NONE"}) == {{
		"resource": "a",
		"path": ["authorization_type"],
		"message": "`authorization_type` is `NONE`",
	}}
}

test_signed if {
	findings({"authorization_type": "AWS_IAM"}) == set()
}
