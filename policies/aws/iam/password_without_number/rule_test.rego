package policy.aws.iam.password_without_number_test

import data.policy.aws.iam.password_without_number

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := password_without_number.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_switch if {
	messages({}) == {"`require_numbers` is not set, and the default is `false`"}
	paths({"require_numbers": false}) == {["require_numbers"]}
	paths({"require_numbers": true}) == set()
}
