package policy.aws.apigateway.open_method_test

import data.policy.aws.apigateway.open_method

method(attributes, references) := {"id": "m", "attributes": attributes, "references": references}

to_api := [{"kind": "aws_api_gateway_rest_api", "index": 0, "via": ["rest_api_id"]}]

findings(attributes, api, others) := found if {
	resources := object.union(
		{
			"aws_api_gateway_method": [method(attributes, to_api)],
			"aws_api_gateway_rest_api": [object.union({"id": "api", "unknown": [], "referred_by": [{"kind": kind, "index": 0, "via": ["rest_api_id"]} | some kind, _ in others]}, api)],
		},
		others,
	)
	found := open_method.deny with input.resources as resources
}

none := {"http_method": "GET", "authorization": "NONE"}

allow(principal, condition) := {"Statement": {"Effect": "Allow", "Principal": principal, "Action": "execute-api:Invoke", "Condition": condition}}

test_methods if {
	found := open_method.deny with input.resources.aws_api_gateway_method as [method(none, [])]
	{finding.path | some finding in found} == {["authorization"]}
	every change in [{"authorization": "AWS_IAM"}, {"api_key_required": true}, {"http_method": "OPTIONS"}] {
		findings(object.union(none, change), {"attributes": {}}, {}) == set()
	}
}

test_apis if {
	count(findings(none, {"attributes": {}}, {})) == 1
	count(findings(none, {"attributes": {"policy": allow("*", {})}}, {})) == 1
	findings(none, {"attributes": {"endpoint_configuration": [{"types": ["PRIVATE"]}]}}, {}) == set()
	findings(none, {"attributes": {"policy": allow({"AWS": "111122223333"}, {})}}, {}) == set()
	findings(none, {"attributes": {"policy": allow("*", {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}})}}, {}) == set()
	own := {"aws_api_gateway_rest_api_policy": [{"id": "p", "unknown": [], "attributes": {"policy": allow({"AWS": "111122223333"}, {})}}]}
	findings(none, {"attributes": {}}, own) == set()
}

denial(condition) := {"Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Condition": condition}

test_denials if {
	every case in [
		{"condition": {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}, "found": 0},
		{"condition": {"StringNotEquals": {"aws:SourceVpc": "vpc-1"}}, "found": 0},
		{"condition": {"Bool": {"aws:SecureTransport": "false"}}, "found": 1},
		{"condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}, "found": 1},
	] {
		policy := {"Statement": [allow("*", {}).Statement, denial(case.condition)]}
		count(findings(none, {"attributes": {"policy": policy}}, {})) == case.found
	}
}

test_unknown_policies if {
	every case in [
		{"unknown": ["policy", "Statement", 0, "Principal"], "needs": 1},
		{"unknown": ["policy", "Statement", 0, "Condition", "IpAddress"], "needs": 1},
		{"unknown": ["policy", "Statement", 0, "Condition", "IpAddress", "aws:SourceIp"], "needs": 0},
		{"unknown": ["policy", "Statement", 0, "Condition", "NotIpAddress", "aws:SourceIp"], "needs": 1},
		{"unknown": ["policy", "Statement", 0, "Resource"], "needs": 0},
	] {
		found := findings(none, {"attributes": {}, "unknown": [case.unknown]}, {})
		{count(finding.needs) | some finding in found} == {2 + case.needs}
	}
}
