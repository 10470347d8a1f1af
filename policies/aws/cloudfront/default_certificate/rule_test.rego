package policy.aws.cloudfront.default_certificate_test

import data.policy.aws.cloudfront.default_certificate

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := default_certificate.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_certificates if {
	messages({"viewer_certificate": [{"cloudfront_default_certificate": true}]}) == {"Neither `acm_certificate_arn` nor `iam_certificate_id` is set"}
	paths({}) == {["viewer_certificate", 0, "acm_certificate_arn"]}
	paths({"viewer_certificate": [{"acm_certificate_arn": "x"}]}) == set()
	paths({"viewer_certificate": [{"cloudfront_default_certificate": false}]}) == set()
	paths({"viewer_certificate": [{"iam_certificate_id": "x"}]}) == set()
}
