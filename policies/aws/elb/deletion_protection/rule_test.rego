package policy.aws.elb.deletion_protection_test

import data.policy.aws.elb.deletion_protection

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := deletion_protection.deny with input.resources.aws_lb as [resource]
}

test_bad if {
	paths({}) == {["enable_deletion_protection"]}
	paths({"enable_deletion_protection": false}) == {["enable_deletion_protection"]}
}

test_good if {
	paths({"enable_deletion_protection": true}) == set()
}
