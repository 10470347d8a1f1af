package policy.aws.cloudfront.old_origin_protocol_test

import data.policy.aws.cloudfront.old_origin_protocol

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := old_origin_protocol.deny with input.resources.aws_cloudfront_distribution as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

origin(protocols) := {"origin": [{"custom_origin_config": [{"origin_ssl_protocols": protocols}]}]}

test_protocols if {
	messages(origin(["SSLv3"])) == {"`origin_ssl_protocols` has `SSLv3`"}
	paths(origin(["TLSv1.2", "SSLv3"])) == {["origin", 0, "custom_origin_config", 0, "origin_ssl_protocols", 1]}
	paths(origin(["TLSv1.2"])) == set()
	paths({}) == set()
}
