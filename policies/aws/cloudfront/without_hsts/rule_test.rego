package policy.aws.cloudfront.without_hsts_test

import data.policy.aws.cloudfront.without_hsts

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_hsts.deny with input.resources.aws_cloudfront_response_headers_policy as [resource]
}

test_bad if {
	paths({}) == {place}
	paths({"security_headers_config": [{}]}) == {place}
	paths(of({"access_control_max_age_sec": 300})) == {array.concat(place, [0, "access_control_max_age_sec"])}
}

test_good if {
	paths(of({"access_control_max_age_sec": 63072000})) == set()
}

place := ["security_headers_config", 0, "strict_transport_security"]

of(transport) := {"security_headers_config": [{"strict_transport_security": [transport]}]}
