package policy.aws.secretsmanager.rare_rotation_test

import data.policy.aws.secretsmanager.rare_rotation

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := rare_rotation.deny with input.resources.aws_secretsmanager_secret_rotation as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

rules(fields) := {"rotation_rules": [fields]}

test_days if {
	messages(rules({"automatically_after_days": 91})) == {"`automatically_after_days` is 91, more than 90"}
	messages(rules({"schedule_expression": "rate(180 days)"})) == {"`schedule_expression` is `rate(180 days)`, more than 90 days"}
	paths(rules({"schedule_expression": "rate(91 days)"})) == {["rotation_rules", 0, "schedule_expression"]}
	every fields in [
		{"automatically_after_days": 90},
		{"schedule_expression": "rate(90 days)"},
		{"schedule_expression": "rate(100 hours)"},
		{"schedule_expression": "cron(0 16 1,15 * ? *)"},
	] {
		paths(rules(fields)) == set()
	}
}
