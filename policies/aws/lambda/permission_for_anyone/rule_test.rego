package policy.aws.lambda.permission_for_anyone_test

import data.policy.aws.lambda.permission_for_anyone

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := permission_for_anyone.deny with input.resources.aws_lambda_permission as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_principals if {
	messages({"principal": "*"}) == {"`principal` is `*`"}
	paths({"principal": "*"}) == {["principal"]}
	paths({"principal": "s3.amazonaws.com"}) == set()
	every limit in ["principal_org_id", "source_account", "source_arn"] {
		paths({"principal": "*", limit: "x"}) == set()
	}
}
