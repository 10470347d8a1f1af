package policy.aws.dynamodb.deletion_protection_test

import data.policy.aws.dynamodb.deletion_protection

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := deletion_protection.deny with input.resources.aws_dynamodb_table as [resource]
}

test_switch if {
	paths({}) == {["deletion_protection_enabled"]}
	paths({"deletion_protection_enabled": false}) == {["deletion_protection_enabled"]}
	paths({"deletion_protection_enabled": true}) == set()
}
