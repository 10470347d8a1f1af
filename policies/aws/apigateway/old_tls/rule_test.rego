package policy.aws.apigateway.old_tls_test

import data.policy.aws.apigateway.old_tls

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := old_tls.deny with input.resources.aws_api_gateway_domain_name as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_policies if {
	messages({"security_policy": "TLS_1_0"}) == {"`security_policy` is `TLS_1_0`"}
	paths({"security_policy": "TLS_1_0"}) == {["security_policy"]}
	every policy in ["TLS_1_2", "SecurityPolicy_TLS13_1_3_2025_09"] {
		paths({"security_policy": policy}) == set()
	}
	paths({}) == set()
}
