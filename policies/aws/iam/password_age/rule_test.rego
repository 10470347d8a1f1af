package policy.aws.iam.password_age_test

import data.policy.aws.iam.password_age

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := password_age.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_age if {
	messages({}) == {"`max_password_age` is not set, so passwords do not expire"}
	messages({"max_password_age": 0}) == {"`max_password_age` is 0, so passwords do not expire"}
	messages({"max_password_age": 91}) == {"`max_password_age` is 91, more than 90"}
	paths({}) == {["max_password_age"]}
	paths({"max_password_age": 90}) == set()
}
