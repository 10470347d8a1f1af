package policy.aws.apigateway.without_web_firewall_test

import data.policy.aws.apigateway.without_web_firewall

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_web_firewall.deny with input.resources.aws_api_gateway_stage as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_without if {
	messages({}) == {"No web application firewall is set on the stage"}
	paths({}) == {[]}
}

test_with if {
	every kind in ["aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"] {
		stage := {"id": "x", "root": ".", "attributes": {}, "references": [], "referred_by": [{"kind": kind, "index": 0, "via": ["resource_arn"]}]}
		found := without_web_firewall.deny with input.resources as {"aws_api_gateway_stage": [stage], kind: [{"id": "y"}]}
		found == set()
	}
}

test_private if {
	stage := {"id": "x", "root": ".", "attributes": {}, "references": [{"kind": "aws_api_gateway_rest_api", "index": 0, "via": ["rest_api_id"]}], "referred_by": []}
	api := {"id": "api", "attributes": {"endpoint_configuration": [{"types": ["PRIVATE"]}]}}
	found := without_web_firewall.deny with input.resources as {"aws_api_gateway_stage": [stage], "aws_api_gateway_rest_api": [api]}
	found == set()
}
