package policy.aws.elb.passes_ambiguous_requests_test

import data.policy.aws.elb.passes_ambiguous_requests

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := passes_ambiguous_requests.deny with input.resources.aws_elb as [resource]
}

test_bad if {
	paths({"desync_mitigation_mode": "monitor"}) == {["desync_mitigation_mode"]}
}

test_good if {
	paths({}) == set()
	paths({"desync_mitigation_mode": "strictest"}) == set()
}
