package policy.aws.route53.no_dnssec_test

import data.policy.aws.route53.no_dnssec

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_dnssec.deny with input.resources.aws_route53_zone as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_without if {
	messages({}) == {"Neither `aws_route53_hosted_zone_dnssec` nor a signing key is set on the zone"}
	paths({}) == {[]}
	paths({"vpc": [{"vpc_id": "vpc-1"}]}) == set()
}

test_with if {
	every kind in ["aws_route53_hosted_zone_dnssec", "aws_route53_key_signing_key"] {
		zone := {"id": "x", "root": ".", "attributes": {}, "referred_by": [{"kind": kind, "index": 0, "via": ["hosted_zone_id"]}]}
		found := no_dnssec.deny with input.resources as {"aws_route53_zone": [zone], kind: [{"id": "y"}]}
		found == set()
	}
}
