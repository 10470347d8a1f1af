package policy.aws.cloudfront.firewall_without_log4j_rule_test

import data.policy.aws.cloudfront.firewall_without_log4j_rule

distribution := {"id": "d", "attributes": {}, "references": [{"kind": "aws_wafv2_web_acl", "index": 0, "via": ["web_acl_id"]}]}

group(fields) := object.union({"name": "AWSManagedRulesKnownBadInputsRuleSet"}, fields)

findings(rules) := found if {
	found := firewall_without_log4j_rule.deny with input.resources as {
		"aws_cloudfront_distribution": [distribution],
		"aws_wafv2_web_acl": [{"id": "acl", "unknown": [], "attributes": {"rule": rules}}],
	}
}

rule(fields) := {"override_action": [{"none": [{}]}], "statement": [{"managed_rule_group_statement": [group(fields)]}]}

test_rules if {
	{[finding.resource, finding.at] | some finding in findings([])} == {["d", "acl"]}
	findings([rule({})]) == set()
	count(findings([rule({"name": "AWSManagedRulesCommonRuleSet"})])) == 1
	count(findings([object.union(rule({}), {"override_action": [{"count": [{}]}]})])) == 1
	count(findings([rule({"excluded_rule": [{"name": "Log4JRCE"}]})])) == 1
	count(findings([rule({"rule_action_override": [{"name": "Log4JRCE_BODY", "action_to_use": [{"count": [{}]}]}]})])) == 1
	findings([rule({"rule_action_override": [{"name": "Log4JRCE_BODY", "action_to_use": [{"block": [{}]}]}]})]) == set()
}
