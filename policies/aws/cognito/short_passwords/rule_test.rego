package policy.aws.cognito.short_passwords_test

import data.policy.aws.cognito.short_passwords

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := short_passwords.deny with input.resources.aws_cognito_user_pool as [resource]
}

test_length if {
	paths({"password_policy": [{"minimum_length": 6}]}) == {["password_policy", 0, "minimum_length"]}
	paths({"password_policy": [{"minimum_length": 8}]}) == set()
	paths({"password_policy": [{}]}) == set()
	paths({}) == set()
}
