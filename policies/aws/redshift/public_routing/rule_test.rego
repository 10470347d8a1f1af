package policy.aws.redshift.public_routing_test

import data.policy.aws.redshift.public_routing

findings(attributes) := found if {
	found := public_routing.deny with input.resources as {"aws_redshift_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_switched_off if {
	findings({"enhanced_vpc_routing": false}) == {{
		"resource": "a",
		"path": ["enhanced_vpc_routing"],
		"message": "`enhanced_vpc_routing` is `false`",
	}}
	count(findings({"enhanced_vpc_routing": "false"})) == 1
}

test_not_set if {
	findings({}) == {{
		"resource": "a",
		"path": ["enhanced_vpc_routing"],
		"message": "`enhanced_vpc_routing` is not set, and the default is `false`",
	}}
}

test_switched_on if {
	findings({"enhanced_vpc_routing": true}) == set()
	findings({"enhanced_vpc_routing": "true"}) == set()
}
