package policy.aws.lambda.open_cross_origin_test

import data.policy.aws.lambda.open_cross_origin

found(cors) := {[finding.resource, finding.path] | some finding in denied} if {
	address := {"id": "url", "attributes": {"cors": [cors]}}
	denied := open_cross_origin.deny with input.resources as {"aws_lambda_function_url": [address]}
}

test_open if {
	found({"allow_origins": ["*"], "allow_methods": ["*"]}) == {["url", ["cors", 0, "allow_origins", 0]]}
}

test_limited if {
	found({"allow_origins": ["*"], "allow_methods": ["GET"]}) == set()
	found({"allow_origins": ["https://example.com"], "allow_methods": ["*"]}) == set()
	found({}) == set()
}
