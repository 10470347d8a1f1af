package policy.aws.rds.proxy_unencrypted_transit_test

import data.policy.aws.rds.proxy_unencrypted_transit

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := proxy_unencrypted_transit.deny with input.resources.aws_db_proxy as [resource]
}

test_switch if {
	paths({}) == {["require_tls"]}
	paths({"require_tls": false}) == {["require_tls"]}
	paths({"require_tls": true}) == set()
}
