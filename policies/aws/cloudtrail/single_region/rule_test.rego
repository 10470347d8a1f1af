package policy.aws.cloudtrail.single_region_test

import data.policy.aws.cloudtrail.single_region

findings(attributes) := found if {
	found := single_region.deny with input.resources as {"aws_cloudtrail": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"is_multi_region_trail": false}) == {{
		"resource": "a",
		"path": ["is_multi_region_trail"],
		"needs": [],
		"message": "`is_multi_region_trail` is `false`",
	}}
	count(findings({"is_multi_region_trail": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["is_multi_region_trail"],
		"needs": [],
		"message": "`is_multi_region_trail` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"is_multi_region_trail": true}) == set()
	findings({"is_multi_region_trail": "true"}) == set()
}

test_a_trail_of_data_only if {
	findings({"event_selector": [{"include_management_events": false}]}) == set()
}
