package policy.aws.appsync.api_key_test

import data.policy.aws.appsync.api_key

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := api_key.deny with input.resources.aws_appsync_graphql_api as [resource]
}

test_type if {
	paths({"authentication_type": "API_KEY"}) == {["authentication_type"]}
	paths({"authentication_type": "AWS_IAM"}) == set()
}
