package policy.aws.cloudfront.old_tls_test

import data.policy.aws.cloudfront.old_tls

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := old_tls.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

certificate(fields) := {"viewer_certificate": [fields]}

test_versions if {
	messages(certificate({"acm_certificate_arn": "x"})) == {"`minimum_protocol_version` is not set, and the default is `TLSv1`"}
	paths(certificate({"minimum_protocol_version": "TLSv1.1_2016"})) == {["viewer_certificate", 0, "minimum_protocol_version"]}
	paths(certificate({"minimum_protocol_version": "TLSv1.2_2021"})) == set()
	paths(certificate({"cloudfront_default_certificate": true})) == set()
}
