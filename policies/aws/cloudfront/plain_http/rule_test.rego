package policy.aws.cloudfront.plain_http_test

import data.policy.aws.cloudfront.plain_http

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := plain_http.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_policies if {
	messages({"default_cache_behavior": [{"viewer_protocol_policy": "allow-all"}]}) == {"`viewer_protocol_policy` is `allow-all`"}
	paths({"ordered_cache_behavior": [{"viewer_protocol_policy": "https-only"}, {"viewer_protocol_policy": "allow-all"}]}) == {["ordered_cache_behavior", 1, "viewer_protocol_policy"]}
	paths({"default_cache_behavior": [{"viewer_protocol_policy": "redirect-to-https"}]}) == set()
}
