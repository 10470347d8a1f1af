package policy.aws.elb.within_zone_only_test

import data.policy.aws.elb.within_zone_only

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := within_zone_only.deny with input.resources.aws_lb as [resource]
}

test_bad if {
	paths({"load_balancer_type": "network"}) == {["enable_cross_zone_load_balancing"]}
	paths({"load_balancer_type": "gateway", "enable_cross_zone_load_balancing": false}) == {["enable_cross_zone_load_balancing"]}
}

test_good if {
	paths({"load_balancer_type": "network", "enable_cross_zone_load_balancing": true}) == set()
	paths({"load_balancer_type": "application"}) == set()
	paths({}) == set()
}
