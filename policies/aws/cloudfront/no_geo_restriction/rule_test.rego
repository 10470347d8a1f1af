package policy.aws.cloudfront.no_geo_restriction_test

import data.policy.aws.cloudfront.no_geo_restriction

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_geo_restriction.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

restriction(kind) := {"restrictions": [{"geo_restriction": [{"restriction_type": kind}]}]}

test_restrictions if {
	messages(restriction("none")) == {"`restriction_type` is `none`"}
	messages({}) == {"`restriction_type` is not set"}
	paths(restriction("none")) == {["restrictions", 0, "geo_restriction", 0, "restriction_type"]}
	paths(restriction("whitelist")) == set()
}
