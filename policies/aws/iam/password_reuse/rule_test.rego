package policy.aws.iam.password_reuse_test

import data.policy.aws.iam.password_reuse

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := password_reuse.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_number if {
	messages({}) == {"`password_reuse_prevention` is not set, and the default of 0 is less than 24"}
	paths({"password_reuse_prevention": 4}) == {["password_reuse_prevention"]}
	paths({"password_reuse_prevention": 24}) == set()
}
