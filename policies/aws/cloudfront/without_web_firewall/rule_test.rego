package policy.aws.cloudfront.without_web_firewall_test

import data.policy.aws.cloudfront.without_web_firewall

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_web_firewall.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_firewall if {
	messages({}) == {"`web_acl_id` is not set"}
	paths({}) == {["web_acl_id"]}
	paths({"web_acl_id": "arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/1"}) == set()
}
