package policy.aws.cloudfront.without_failover_test

import data.policy.aws.cloudfront.without_failover

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_failover.deny with input.resources.aws_cloudfront_distribution as [resource]
}

test_bad if {
	paths({}) == {["origin_group"]}
	paths({"origin_group": [{"member": [{}, {}]}]}) == {["origin_group"]}
	paths({"origin_group": [{"failover_criteria": [{"status_codes": [500]}], "member": [{}]}]}) == {["origin_group"]}
}

test_good if {
	paths({"origin_group": [{"failover_criteria": [{"status_codes": [500]}], "member": [{}, {}]}]}) == set()
}
