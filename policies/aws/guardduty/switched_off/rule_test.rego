package policy.aws.guardduty.switched_off_test

import data.policy.aws.guardduty.switched_off

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := switched_off.deny with input.resources.aws_guardduty_detector as [resource]
}

test_switch if {
	paths({"enable": false}) == {["enable"]}
	paths({"enable": true}) == set()
	paths({}) == set()
}
