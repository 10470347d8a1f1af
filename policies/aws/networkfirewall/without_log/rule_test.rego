package policy.aws.networkfirewall.without_log_test

import data.policy.aws.networkfirewall.without_log

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_log.deny with input.resources.aws_networkfirewall_firewall as [resource]
}

test_none if paths({}) == {[]}

test_one if {
	found := without_log.deny with input.resources as {
		"aws_networkfirewall_firewall": [{"id": "f", "root": ".", "attributes": {}, "referred_by": [{
			"kind": "aws_networkfirewall_logging_configuration", "index": 0, "via": ["firewall_arn"],
		}]}],
		"aws_networkfirewall_logging_configuration": [{"id": "l", "root": ".", "unknown": [], "references": []}],
	}
	count(found) == 0
}
