package policy.aws.dynamodb.fixed_capacity_test

import data.policy.aws.dynamodb.fixed_capacity


findings(attributes, referred_by, targets) := found if {
	resources := {
		"aws_appautoscaling_policy": [{"id": "p", "root": ".", "references": [], "unknown": []}],
		"aws_appautoscaling_target": targets,
		"aws_dynamodb_table": [{"id": "a", "root": ".", "attributes": attributes, "referred_by": referred_by}],
	}
	found := fixed_capacity.deny with input.resources as resources
}

target(referred_by) := {"id": "t", "root": ".", "references": [], "referred_by": referred_by, "unknown": []}

named_by_target := {"id": "t", "kind": "aws_appautoscaling_target", "index": 0, "via": ["resource_id"]}

named_by_policy := {"id": "p", "kind": "aws_appautoscaling_policy", "index": 0, "via": ["resource_id"]}

test_fixed if {
	findings({}, [], []) == {{
		"resource": "a",
		"path": ["billing_mode"],
		"needs": [],
		"message": "The capacity is provisioned, and no `aws_appautoscaling_policy` changes it",
	}}
	alone := target([])
	count(findings({"billing_mode": "PROVISIONED"}, [named_by_target], [alone])) == 1
}

test_scaled if {
	followed := target([named_by_policy])
	findings({}, [named_by_target], [followed]) == set()
	findings({}, [named_by_policy], []) == set()
	findings({"billing_mode": "PAY_PER_REQUEST"}, [], []) == set()
}
