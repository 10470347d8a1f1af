package policy.aws.cloudfront.without_response_headers_test

import data.policy.aws.cloudfront.without_response_headers

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_response_headers.deny with input.resources.aws_cloudfront_distribution as [resource]
}

test_bad if {
	paths({}) == {["default_cache_behavior", 0, "response_headers_policy_id"]}
	paths({"default_cache_behavior": [{}]}) == {["default_cache_behavior", 0, "response_headers_policy_id"]}
}

test_good if {
	paths({"default_cache_behavior": [{"response_headers_policy_id": "x"}]}) == set()
}
