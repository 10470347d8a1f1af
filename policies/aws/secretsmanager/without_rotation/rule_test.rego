package policy.aws.secretsmanager.without_rotation_test

import data.policy.aws.secretsmanager.without_rotation

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_rotation.deny with input.resources.aws_secretsmanager_secret as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_none if {
	messages({}) == {"No `aws_secretsmanager_secret_rotation` is set on the secret"}
	paths({}) == {[]}
}

test_one if {
	referrer := {"kind": "aws_secretsmanager_secret_rotation", "index": 0, "via": ["secret_id"]}
	secret := {"id": "x", "root": ".", "attributes": {}, "referred_by": [referrer]}
	found := without_rotation.deny with input.resources as {
		"aws_secretsmanager_secret": [secret],
		"aws_secretsmanager_secret_rotation": [{"id": "y"}],
	}
	found == set()
}
