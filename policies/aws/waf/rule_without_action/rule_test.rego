package policy.aws.waf.rule_without_action_test

import data.policy.aws.waf.rule_without_action

messages(kind, attributes) := {finding.message | some finding in found} if {
	resource := {"id": "x", "attributes": attributes, "unknown": []}
	found := rule_without_action.deny with input.resources as {kind: [resource]}
}

test_none if {
	messages("aws_waf_web_acl", {"rules": [{"priority": 1}]}) == {"The rule of priority 1 has neither `action` nor `override_action`"}
	messages("aws_wafv2_web_acl", {"rule": [{"name": "a"}]}) == {"The rule a has neither `action` nor `override_action`"}
	messages("aws_wafregional_web_acl", {"rule": [{"action": [{}]}]}) == {"A rule has neither `action` nor `override_action`"}
	messages("aws_wafv2_rule_group", {"rule": [{"name": "a", "action": [{}]}]}) == {"The rule a has neither `action` nor `override_action`"}
	count(messages("aws_wafv2_web_acl", {"rule": [{"statement": [{"managed_rule_group_statement": [{"name": "a"}]}]}]})) == 1
}

test_some if {
	messages("aws_waf_web_acl", {"rules": [{"action": [{"type": "BLOCK"}]}]}) == set()
	messages("aws_wafregional_web_acl", {"rule": [{"override_action": [{"type": "NONE"}]}]}) == set()
	messages("aws_wafv2_web_acl", {"rule": [{"action": [{"block": [{}]}]}]}) == set()
}
