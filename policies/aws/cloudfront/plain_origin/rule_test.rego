package policy.aws.cloudfront.plain_origin_test

import data.policy.aws.cloudfront.plain_origin

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := plain_origin.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

origin(policy, domain) := {"origin": [{"origin_id": "o", "domain_name": domain, "custom_origin_config": [{"origin_protocol_policy": policy}]}]}

behaved(policy) := {"default_cache_behavior": [{"target_origin_id": "o", "viewer_protocol_policy": policy}]}

test_policies if {
	messages(origin("http-only", "x.example.com")) == {"`origin_protocol_policy` is `http-only`"}
	paths(origin("match-viewer", "x.example.com")) == {["origin", 0, "custom_origin_config", 0, "origin_protocol_policy"]}
	paths(origin("https-only", "x.example.com")) == set()
	paths(origin("http-only", "site.s3-website-eu-west-1.amazonaws.com")) == set()
	paths(object.union(origin("http-only", "x.example.com"), {"enabled": false})) == set()
}

test_viewers if {
	paths(object.union(origin("match-viewer", "x.example.com"), behaved("https-only"))) == set()
	paths(object.union(origin("match-viewer", "x.example.com"), behaved("redirect-to-https"))) == set()
	paths(object.union(origin("match-viewer", "x.example.com"), behaved("allow-all"))) != set()
	paths(object.union(origin("http-only", "x.example.com"), behaved("https-only"))) != set()
}

needs(attributes) := {need.path[0] | some finding in findings(attributes); some need in finding.needs}

test_what_it_rests_on if {
	needs(origin("http-only", "x.example.com")) == {"enabled", "origin"}
	found := plain_origin.deny with input.resources.aws_cloudfront_distribution as [{
		"id": "x",
		"attributes": origin("match-viewer", "x.example.com"),
		"unknown": [["default_cache_behavior", 0, "viewer_protocol_policy"]],
	}]
	{need.path[0] | some finding in found; some need in finding.needs} == {"enabled", "origin", "default_cache_behavior"}
}
