package policy.aws.iam.password_without_lowercase_test

import data.policy.aws.iam.password_without_lowercase

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := password_without_lowercase.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_switch if {
	messages({}) == {"`require_lowercase_characters` is not set, and the default is `false`"}
	paths({"require_lowercase_characters": false}) == {["require_lowercase_characters"]}
	paths({"require_lowercase_characters": true}) == set()
}
