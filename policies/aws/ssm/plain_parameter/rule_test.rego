package policy.aws.ssm.plain_parameter_test

import data.policy.aws.ssm.plain_parameter

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := plain_parameter.deny with input.resources.aws_ssm_parameter as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_types if {
	messages({"type": "String"}) == {"`type` is `String`"}
	paths({"type": "StringList"}) == {["type"]}
	paths({"type": "SecureString"}) == set()
}
