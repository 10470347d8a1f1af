package policy.aws.iam.short_passwords_test

import data.policy.aws.iam.short_passwords

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := short_passwords.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_length if {
	messages({}) == {"`minimum_password_length` is not set, and the default of 6 is less than 14"}
	paths({"minimum_password_length": 13}) == {["minimum_password_length"]}
	paths({"minimum_password_length": 14}) == set()
}
