package policy.aws.acm.wildcard_certificate_test

import data.policy.aws.acm.wildcard_certificate

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := wildcard_certificate.deny with input.resources.aws_acm_certificate as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_names if {
	messages({"domain_name": "*.example.com"}) == {"The certificate is for `*.example.com`"}
	paths({"domain_name": "example.com", "subject_alternative_names": ["www.example.com", "*.example.com"]}) == {["subject_alternative_names", 1]}
	paths({"domain_name": "*.example.com"}) == {["domain_name"]}
	paths({"domain_name": "example.com"}) == set()
}
