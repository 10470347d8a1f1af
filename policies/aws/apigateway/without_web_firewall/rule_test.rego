package policy.aws.apigateway.without_web_firewall_test

import data.policy.aws.apigateway.without_web_firewall

to_api := [{"kind": "aws_api_gateway_rest_api", "index": 0, "via": ["rest_api_id"]}]

findings(types, references, referrers) := found if {
	stage := {"id": "stage", "root": ".", "attributes": {}, "references": references, "referred_by": referrers}
	found := without_web_firewall.deny with input.resources as {
		"aws_api_gateway_stage": [stage],
		"aws_api_gateway_rest_api": [{"id": "api", "unknown": [], "attributes": {"endpoint_configuration": [{"types": types}]}}],
		"aws_wafv2_web_acl_association": [{"id": "v2"}],
		"aws_wafregional_web_acl_association": [{"id": "v1"}],
	}
}

test_without if {
	{[finding.resource, finding.path, finding.message] | some finding in findings(["EDGE"], to_api, [])} == {["stage", [], "No web application firewall is set on the stage"]}
	findings(["PRIVATE"], to_api, []) == set()
	findings(["EDGE"], [], []) == set()
}

test_with if {
	every kind in ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"] {
		findings(["EDGE"], to_api, [{"kind": kind, "index": 0, "via": ["resource_arn"]}]) == set()
	}
}
