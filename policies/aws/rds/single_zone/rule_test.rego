package policy.aws.rds.single_zone_test

import data.policy.aws.rds.single_zone

findings(attributes) := found if {
	found := single_zone.deny with input.resources as {"aws_db_instance": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_one if {
	findings({"multi_az": false}) == {{
		"resource": "a",
		"path": ["multi_az"],
		"message": "`multi_az` is `false`",
		"needs": [{"resource": "a", "path": ["replicate_source_db"]}],
	}}
	count(findings({})) == 1
}

test_several if {
	findings({"multi_az": true}) == set()
}

test_replica if {
	findings({"replicate_source_db": "x"}) == set()
}
