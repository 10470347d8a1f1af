package policy.aws.appsync.without_web_firewall_test

import data.policy.aws.appsync.without_web_firewall

paths(attributes, referred_by) := {finding.path | some finding in found} if {
	api := {"id": "x", "root": ".", "attributes": attributes, "referred_by": referred_by}
	found := without_web_firewall.deny with input.resources as {
		"aws_appsync_graphql_api": [api],
		"aws_wafv2_web_acl_association": [{"id": "a", "root": ".", "unknown": [], "references": []}],
	}
}

test_none if paths({}, []) == {[]}

test_some if {
	paths({"visibility": "PRIVATE"}, []) == set()
	paths({}, [{"kind": "aws_wafv2_web_acl_association", "index": 0, "via": ["resource_arn"]}]) == set()
}
