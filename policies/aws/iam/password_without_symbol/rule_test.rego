package policy.aws.iam.password_without_symbol_test

import data.policy.aws.iam.password_without_symbol

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := password_without_symbol.deny with input.resources.aws_iam_account_password_policy as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_switch if {
	messages({}) == {"`require_symbols` is not set, and the default is `false`"}
	paths({"require_symbols": false}) == {["require_symbols"]}
	paths({"require_symbols": true}) == set()
}
