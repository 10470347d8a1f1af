package policy.aws.iam.password_without_uppercase_test

import data.policy.aws.iam.password_without_uppercase

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := password_without_uppercase.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_switch if {
	messages({}) == {"`require_uppercase_characters` is not set, and the default is `false`"}
	paths({"require_uppercase_characters": false}) == {["require_uppercase_characters"]}
	paths({"require_uppercase_characters": true}) == set()
}
