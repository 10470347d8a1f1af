package policy.aws.waf.without_log_test

import data.policy.aws.waf.without_log

paths(kind, attributes, referred_by) := {finding.path | some finding in found} if {
	firewall := {"id": "x", "root": ".", "attributes": attributes, "referred_by": referred_by}
	found := without_log.deny with input.resources as {
		kind: [firewall],
		"aws_wafv2_web_acl_logging_configuration": [{"id": "l", "root": ".", "unknown": [], "references": []}],
	}
}

test_classic if {
	every kind in ["aws_waf_web_acl", "aws_wafregional_web_acl"] {
		paths(kind, {}, []) == {["logging_configuration"]}
		paths(kind, {"logging_configuration": [{"log_destination": "x"}]}, []) == set()
	}
}

test_current if {
	paths("aws_wafv2_web_acl", {}, []) == {[]}
	paths("aws_wafv2_web_acl", {}, [{"kind": "aws_wafv2_web_acl_logging_configuration", "index": 0, "via": ["resource_arn"]}]) == set()
}
